package dev.jangteo.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules, their tests, runbooks and dashboards: each alert can fire, can be silent, and
 * says what to do; each metric exists.
 */
final class WatchCheck implements Check {

	static final String RULES = "k8s/watch/rules";

	static final String TESTS = "deploy/watch/tests";

	static final String DASHBOARDS = "k8s/watch/dashboards";

	/** Metrics of the services, which the acceptance tests see, and those of others. */
	static final String METRICS = "deploy/watch/metrics.txt";

	private static final Set<String> SEVERITIES = Set.of("page", "ticket", "note");

	private static final Pattern COMMANDS = Pattern.compile("(?s)## First\\n.*?```[a-z]*\\n(.*?)```");

	@Override
	public String name() {
		return "watch";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		var known = new HashSet<String>();
		project.lines(METRICS).stream().filter(line -> !line.startsWith("#")).map(String::strip).forEach(known::add);
		var files = project.files(RULES, ".yaml")
			.stream()
			.flatMap(file -> Yaml.read(project, file, findings).stream())
			.toList();
		files.forEach(file -> rules(file).stream().map(rule -> rule.text("record")).forEach(known::add));
		var tests = tests(project, findings);
		for (var rule : files.stream().flatMap(file -> rules(file).stream()).toList()) {
			rule.get("expr").ifPresent(expression -> metrics(project, expression, known, findings));
			if (rule.get("alert").isPresent()) {
				alert(project, rule, tests, findings);
			}
		}
		project.files(DASHBOARDS, ".json").forEach(file -> dashboard(project, file, known, findings));
		return findings.all();
	}

	private static List<Yaml> rules(Yaml file) {
		return file.items("groups").stream().flatMap(group -> group.items("rules").stream()).toList();
	}

	/** By alert: whether a test fires it (true), keeps it silent (false). */
	private static Map<String, Set<Boolean>> tests(Project project, Findings findings) {
		var tests = new HashMap<String, Set<Boolean>>();
		for (var name : project.files(TESTS, ".yaml")) {
			for (var file : Yaml.read(project, name, findings)) {
				file.items("tests")
					.stream()
					.flatMap(test -> test.items("alert_rule_test").stream())
					.forEach(test -> tests.computeIfAbsent(test.text("alertname"), _ -> new HashSet<>())
						.add(!test.items("exp_alerts").isEmpty()));
			}
		}
		return tests;
	}

	private static void alert(Project project, Yaml rule, Map<String, Set<Boolean>> tests, Findings findings) {
		var name = rule.text("alert");
		if (!SEVERITIES.contains(rule.text("labels", "severity"))) {
			findings.add(rule.get("labels").orElse(rule), name + " has none of the severities page, ticket and note");
		}
		if (rule.text("annotations", "summary").isEmpty()) {
			findings.add(rule, name + " does not say what is the matter");
		}
		var tested = tests.getOrDefault(name, Set.of());
		if (!tested.contains(true)) {
			findings.add(rule, "no test fires " + name);
		}
		if (!tested.contains(false)) {
			findings.add(rule, "no test keeps " + name + " silent");
		}
		var runbook = rule.text("annotations", "runbook");
		if (!runbook.startsWith("docs/runbooks/") || !project.has(runbook)) {
			findings.add(rule.get("annotations", "runbook").orElse(rule), name + " has no runbook: " + runbook);
			return;
		}
		var text = project.text(runbook);
		var commands = COMMANDS.matcher(text);
		if (!commands.find()
				|| commands.group(1).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).count() < 3) {
			findings.add(runbook, 1, "the runbook does not begin with three commands");
		}
		if (!text.contains(name)) {
			findings.add(runbook, 1, "the runbook does not name " + name);
		}
	}

	private static void metrics(Project project, Yaml expression, Set<String> known, Findings findings) {
		for (var metric : Promql.metrics(expression.text())) {
			if (!known.contains(metric.replaceFirst("_bucket$", "_count")) && !known.contains(metric)) {
				findings.add(project, expression, metric, "nobody has the metric " + metric);
			}
		}
	}

	private static void dashboard(Project project, String file, Set<String> known, Findings findings) {
		for (var dashboard : Yaml.read(project, file, findings)) {
			if (dashboard.text("uid").isEmpty() || dashboard.text("title").isEmpty()) {
				findings.add(file, 1, "a dashboard needs a uid and a title");
			}
			var ids = new HashSet<String>();
			for (var panel : dashboard.items("panels")) {
				if (!ids.add(panel.text("id"))) {
					findings.add(panel.get("id").orElse(panel), "two panels have the id " + panel.text("id"));
				}
				if (panel.get("gridPos", "w").isEmpty()) {
					findings.add(panel, "the panel " + panel.text("title") + " has no place");
				}
				if (panel.items("targets").isEmpty() && !Set.of("row", "text", "logs").contains(panel.text("type"))) {
					findings.add(panel, "the panel " + panel.text("title") + " asks for nothing");
				}
				for (var target : panel.items("targets")) {
					if (!panel.text("datasource", "type").equals("loki")) {
						target.get("expr").ifPresent(expression -> metrics(project, expression, known, findings));
					}
				}
			}
		}
	}

}
