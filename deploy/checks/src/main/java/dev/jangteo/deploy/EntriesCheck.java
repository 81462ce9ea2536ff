package dev.jangteo.deploy;

import java.util.List;

/**
 * A service is one entry everywhere, an environment is one file of values: none is
 * forgotten.
 */
final class EntriesCheck implements Check {

	private static final String DATABASES = "deploy/postgres/create-databases.sh";

	private static final String ARGOCD = "k8s/argocd/applicationset.yaml";

	private static final String SCRAPED = "deploy/observe/prometheus.yaml";

	@Override
	public String name() {
		return "entries";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		var compose = Yaml.read(project, ComposeCheck.FILE, findings);
		var values = Yaml.read(project, "k8s/values.yaml", findings);
		var databases = project.lineOf(DATABASES, "for service in ");
		for (var service : project.services()) {
			if (compose.stream().allMatch(file -> file.get("services", service).isEmpty())) {
				findings.add(ComposeCheck.FILE, project.lineOf(ComposeCheck.FILE, "services:"),
						"no entry of " + service);
			}
			if (values.stream().allMatch(file -> file.get("services", service).isEmpty())) {
				findings.add("k8s/values.yaml", project.lineOf("k8s/values.yaml", "services:"),
						"no entry of " + service);
			}
			if (!project.text(SCRAPED).contains(service + ":")) {
				findings.add(SCRAPED, project.lineOf(SCRAPED, "targets:"), "nobody scrapes " + service);
			}
			values.stream()
				.flatMap(file -> file.get("services", service, "database").stream())
				.filter(database -> !project.lines(DATABASES)
					.get(databases - 1)
					.matches(".*\\b" + database.text() + "\\b.*"))
				.forEach(database -> findings.add(DATABASES, databases,
						"the database " + database.text() + " is not made"));
		}
		values.stream()
			.flatMap(file -> file.get("services").stream())
			.flatMap(services -> services.entries().entrySet().stream())
			.forEach(entry -> entry.getValue()
				.items("talksTo")
				.stream()
				.filter(other -> values.stream().allMatch(file -> file.get("services", other.text()).isEmpty()))
				.forEach(other -> findings.add(other, entry.getKey() + " talks to nobody we know: " + other.text())));
		environments(project, findings);
		project.files("deploy/observe", ".yaml").forEach(file -> Yaml.read(project, file, findings));
		return findings.all();
	}

	/** ArgoCD's environments have values, and each of these is brought by it. */
	private static void environments(Project project, Findings findings) {
		var listed = Yaml.read(project, ARGOCD, findings)
			.stream()
			.flatMap(object -> object.items("spec", "generators").stream())
			.flatMap(generator -> generator.items("list", "elements").stream())
			.toList();
		for (var element : listed) {
			var values = "k8s/environments/" + element.text("environment") + ".yaml";
			if (!project.has(values)) {
				findings.add(element, "there is no " + values);
			}
		}
		for (var values : project.files("k8s/environments", ".yaml")) {
			if (listed.stream().noneMatch(element -> values.endsWith("/" + element.text("environment") + ".yaml"))) {
				findings.add(ARGOCD, project.lineOf(ARGOCD, "elements:"), "nobody brings " + values);
			}
		}
	}

}
