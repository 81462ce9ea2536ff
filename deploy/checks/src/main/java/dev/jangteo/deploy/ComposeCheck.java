package dev.jangteo.deploy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** docker-compose.yml: what the engine would only say when it is brought up, or never. */
final class ComposeCheck implements Check {

	static final String FILE = "docker-compose.yml";

	private static final Pattern VARIABLE = Pattern
		.compile("(?<!\\$)\\$(?:\\{([A-Za-z_]\\w*)([^}]*)}|([A-Za-z_]\\w*))");

	private static final Set<String> SERVICE = Set.of("build", "image", "environment", "mem_limit", "ports",
			"depends_on", "restart", "read_only", "tmpfs", "security_opt", "cap_drop", "stop_grace_period",
			"entrypoint", "command", "volumes", "healthcheck", "profiles", "user", "configs");

	private static final Set<String> HEALTH = Set.of("test", "interval", "timeout", "retries", "start_period",
			"disable");

	private static final Set<String> BUILD = Set.of("context", "args", "target", "dockerfile");

	private static final Set<String> CONDITIONS = Set.of("service_started", "service_healthy",
			"service_completed_successfully");

	@Override
	public String name() {
		return "compose";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		variables(project, findings);
		for (var file : Yaml.read(project, FILE, findings)) {
			file.get("services").ifPresent(services -> services.entries().forEach((name, service) -> {
				fields(name, service, findings);
				images(name, service, findings);
				health(project, name, service, findings);
				places(project, file, service, findings);
				neighbours(services, service, findings);
			}));
		}
		return findings.all();
	}

	/** Each has a default, or an error, and stands in the example. */
	private static void variables(Project project, Findings findings) {
		var example = project.text(".env.example") + project.text("docs/containers.md");
		var lines = project.lines(FILE);
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).strip().startsWith("#")) {
				continue;
			}
			for (var match : VARIABLE.matcher(lines.get(i)).results().toList()) {
				var name = (match.group(1) == null) ? match.group(3) : match.group(1);
				var rest = (match.group(2) == null) ? "" : match.group(2);
				if (!rest.matches("(?s):?[-?+].*")) {
					findings.add(FILE, i + 1, name + " has neither a default nor an error");
				}
				else if (!example.contains(name)) {
					findings.add(FILE, i + 1, name + " is told neither in .env.example nor in docs/containers.md");
				}
			}
		}
	}

	private static void fields(String name, Yaml service, Findings findings) {
		service.entries().forEach((key, value) -> {
			if (!SERVICE.contains(key)) {
				findings.add(FILE, service.lineOf(key), "service " + name + " has a field we do not use: " + key);
			}
			if (key.equals("build") && value.isMap()) {
				value.entries()
					.keySet()
					.stream()
					.filter(field -> !BUILD.contains(field))
					.forEach(field -> findings.add(FILE, value.lineOf(field),
							"build of " + name + " has a field we do not use: " + field));
			}
		});
		if (service.get("mem_limit").isEmpty()) {
			findings.add(service, "service " + name + " has no mem_limit");
		}
		if (service.get("build", "context").map(Yaml::text).filter("."::equals).isPresent()
				&& !name.equals("object-storage")) {
			for (var guard : List.of("read_only", "cap_drop", "security_opt")) {
				if (service.get(guard).isEmpty()) {
					findings.add(service, "service " + name + " runs without " + guard);
				}
			}
		}
	}

	private static void images(String name, Yaml service, Findings findings) {
		service.get("image").ifPresentOrElse(image -> {
			var plain = image.text().replaceAll("\\$\\{[^}]*}", "x");
			if (!plain.contains(":") || plain.endsWith(":latest")) {
				findings.add(image, "the image of " + name + " has no version");
			}
		}, () -> findings.add(service, "service " + name + " has no image"));
	}

	private static void health(Project project, String name, Yaml service, Findings findings) {
		service.get("healthcheck")
			.ifPresentOrElse(
					health -> health.entries()
						.keySet()
						.stream()
						.filter(field -> !HEALTH.contains(field))
						.forEach(
								field -> findings.add(FILE, health.lineOf(field),
										"the health check of " + name
												+ " has a field an engine of version 20.10 does not know: " + field)),
					() -> {
						if (service.get("build").isEmpty()
								|| !project.text(DockerfileCheck.FILE).contains("HEALTHCHECK")) {
							findings.add(service, "service " + name + " has no health check");
						}
					});
	}

	private static void places(Project project, Yaml file, Yaml service, Findings findings) {
		for (var port : service.items("ports")) {
			if (!port.text().startsWith("127.0.0.1:")) {
				findings.add(port, "the port " + port.text() + " is open on every interface");
			}
		}
		for (var volume : service.items("volumes")) {
			var places = volume.text().replaceAll("\\$\\{\\w+:?-([^}]*)}", "$1").split(":", -1);
			var source = places[0];
			var target = (places.length > 1) ? places[1] : "";
			if (source.startsWith("./")) {
				if (!project.has(source.substring(2))) {
					findings.add(volume, source + " does not exist");
				}
			}
			else if (!source.startsWith("/") && file.get("volumes", source).isEmpty()) {
				findings.add(volume, "the volume " + source + " is not declared");
			}
			if (target.startsWith("/var/lib/postgresql/data")) {
				findings.add(volume, "PostgreSQL 18 keeps its data below /var/lib/postgresql and refuses this place");
			}
		}
	}

	private static void neighbours(Yaml services, Yaml service, Findings findings) {
		service.get("depends_on").ifPresent(needs -> needs.entries().forEach((other, how) -> {
			if (services.get(other).isEmpty()) {
				findings.add(FILE, needs.lineOf(other), "there is no service " + other);
			}
			if (!CONDITIONS.contains(how.text("condition"))) {
				findings.add(how, "the condition is none of " + CONDITIONS.stream().sorted().toList());
			}
		}));
	}

}
