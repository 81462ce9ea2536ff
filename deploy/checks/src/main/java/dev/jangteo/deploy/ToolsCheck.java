package dev.jangteo.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.jangteo.deploy.Tools.Said;

/**
 * What the makers' own programs say: promtool of rules, their tests and Prometheus's
 * configuration, amtool of the routes, shellcheck of the scripts. A program that is not
 * there is not asked; deploy/verify fetches them.
 */
final class ToolsCheck implements Check {

	static final String PROMETHEUS = "deploy/observe/prometheus.yaml";

	static final String ALERTMANAGER = "deploy/observe/alertmanager.yaml";

	static final List<String> PROGRAMS = List.of("promtool", "amtool", "shellcheck");

	private static final Pattern PLACE = Pattern.compile("(?m)^\\s*([\\w./-]+):(\\d+):(?:\\d+:)? (.*)$");

	private static final Pattern AT_LINE = Pattern.compile("line (\\d+)|^.*?(\\d+):\\d+:");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

	private final Tools tools;

	ToolsCheck(Tools tools) {
		this.tools = tools;
	}

	@Override
	public String name() {
		return "tools";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		tools.find("promtool").ifPresent(promtool -> promtool(project, promtool, findings));
		tools.find("amtool")
			.ifPresent(amtool -> said(project, ALERTMANAGER, amtool, List.of("check-config", ALERTMANAGER), findings));
		tools.find("shellcheck").ifPresent(shellcheck -> shellcheck(project, shellcheck, findings));
		return findings.all();
	}

	private static void promtool(Project project, Path promtool, Findings findings) {
		for (var file : project.files(WatchCheck.RULES, ".yaml")) {
			said(project, file, promtool, List.of("check", "rules", file), findings);
		}
		for (var file : project.files(WatchCheck.TESTS, ".yaml")) {
			var said = Tools.run(project.root(), promtool, List.of("test", "rules", file));
			if (said.status() != 0) {
				failedTests(project, file, said, findings);
			}
		}
		said(project, PROMETHEUS, promtool, List.of("check", "config", "--syntax-only", PROMETHEUS), findings);
	}

	private static void said(Project project, String file, Path program, List<String> arguments, Findings findings) {
		var said = Tools.run(project.root(), program, arguments);
		if (said.status() != 0) {
			var message = said.text().strip().replaceAll("\\s+", " ");
			findings.add(file, lineOf(project, file, message), program.getFileName() + ": " + message);
		}
	}

	/** The line that is named, or that of the word that is quoted. */
	private static int lineOf(Project project, String file, String message) {
		var line = AT_LINE.matcher(message).results().findFirst();
		if (line.isPresent()) {
			var match = line.get();
			return Integer.parseInt((match.group(1) == null) ? match.group(2) : match.group(1));
		}
		return QUOTED.matcher(message)
			.results()
			.map(match -> project.lineOf(file, match.group(1)))
			.filter(found -> found > 1)
			.findFirst()
			.orElse(1);
	}

	/** promtool names the alert or expression of a failed test, and not its line. */
	private static void failedTests(Project project, String file, Said said, Findings findings) {
		var alerts = Pattern.compile("alertname:\\s*(\\w+), time: \\S+").matcher(said.text()).results().toList();
		if (alerts.isEmpty()) {
			findings.add(file, 1, "promtool: " + said.text().strip().replaceAll("\\s+", " "));
		}
		for (var alert : alerts) {
			findings.add(file, project.lineOf(file, "alertname: " + alert.group(1)),
					"the test of " + alert.group(1) + " fails: " + said.text().strip().replaceAll("\\s+", " "));
		}
	}

	private static void shellcheck(Project project, Path shellcheck, Findings findings) {
		var scripts = Stream
			.of(Stream.of("jangteo", ".ci/run"), project.files("deploy").stream(), project.files("k8s/files").stream())
			.flatMap(files -> files)
			.filter(file -> !file.contains("/target/") && !file.contains("/src/"))
			.filter(file -> project.has(file) && project.text(file).matches("(?s)#!\\S*(/env )?\\S*sh\\b.*"))
			.toList();
		if (scripts.isEmpty()) {
			return;
		}
		var arguments = new ArrayList<>(List.of("--format=gcc", "--severity=warning"));
		arguments.addAll(scripts);
		PLACE.matcher(Tools.run(project.root(), shellcheck, arguments).text())
			.results()
			.forEach(match -> findings.add(match.group(1), Integer.parseInt(match.group(2)),
					"shellcheck: " + match.group(3)));
	}

}
