package dev.jangteo.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs all checks: {@code deploy/verify}. */
public final class Verify {

	private Verify() {
	}

	static List<Check> checks(Tools tools) {
		return List.of(new DockerfileCheck(), new ComposeCheck(), new EntriesCheck(), new ChartCheck(),
				new WatchCheck(), new WorkflowCheck(), new MigrationsCheck(), new ToolsCheck(tools));
	}

	/**
	 * Ends with 1 when something is wrong.
	 * @param arguments the root of the project
	 */
	public static void main(String[] arguments) {
		var project = new Project(Path.of(arguments[0]));
		var tools = Tools.ofEnvironment();
		var found = new ArrayList<Finding>();
		for (var program : ToolsCheck.PROGRAMS) {
			if (tools.find(program).isEmpty()) {
				found.add(new Finding("deploy/verify", 1, program + " is neither on the path nor could it be fetched"));
			}
		}
		for (var check : checks(tools)) {
			var start = System.nanoTime();
			var findings = check.run(project);
			found.addAll(findings);
			System.out.printf("%-10s %s (%.1f s)%n", check.name(),
					findings.isEmpty() ? "well" : findings.size() + " findings", (System.nanoTime() - start) / 1e9);
		}
		found.forEach(System.err::println);
		System.exit(found.isEmpty() ? 0 : 1);
	}

}
