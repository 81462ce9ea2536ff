package dev.jangteo.deploy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pipelines: least permissions, bounded time, and no action that could change under
 * us.
 */
final class WorkflowCheck implements Check {

	static final String FOLDER = ".github/workflows";

	private static final Set<String> TOP = Set.of("name", "on", "permissions", "concurrency", "jobs", "env",
			"run-name");

	private static final Set<String> JOB = Set.of("name", "runs-on", "permissions", "needs", "if", "timeout-minutes",
			"strategy", "env", "steps", "outputs", "environment", "concurrency");

	private static final Set<String> STEP = Set.of("name", "id", "if", "uses", "with", "run", "env", "shell",
			"working-directory", "continue-on-error", "timeout-minutes");

	private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");

	@Override
	public String name() {
		return "workflows";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		for (var name : project.files(FOLDER, ".yaml", ".yml")) {
			for (var workflow : Yaml.read(project, name, findings)) {
				known(workflow, TOP, "workflow", findings);
				if (workflow.get("permissions").isEmpty()) {
					findings.add(name, 1, "without permissions a workflow has all of them");
				}
				workflow.get("jobs").ifPresent(jobs -> jobs.entries().forEach((job, at) -> {
					known(at, JOB, "job " + job, findings);
					if (at.get("timeout-minutes").isEmpty()) {
						findings.add(at, "job " + job + " has no timeout-minutes");
					}
					needs(jobs, at, findings);
					at.items("steps").forEach(step -> step(project, step, findings));
				}));
			}
		}
		return findings.all();
	}

	private static void needs(Yaml jobs, Yaml job, Findings findings) {
		job.get("needs").ifPresent(needs -> (needs.isList() ? needs.items() : List.of(needs)).forEach(need -> {
			if (jobs.get(need.text()).isEmpty()) {
				findings.add(need, "there is no job " + need.text());
			}
		}));
	}

	private static void step(Project project, Yaml step, Findings findings) {
		known(step, STEP, "step", findings);
		step.get("uses").ifPresent(uses -> {
			var line = project.lines(uses.file()).get(uses.line() - 1);
			if (!uses.text().startsWith("./")
					&& (!PINNED.matcher(uses.text()).matches() || !line.matches(".*#\\s*v?\\d+(\\.\\d+)*.*"))) {
				findings.add(uses,
						"an action is named by the hash of its commit, with its version behind it: " + uses.text());
			}
		});
		step.get("run").ifPresent(run -> {
			if (run.text().matches("(?s).*\\$\\{\\{\\s*(github\\.(event|head_ref|ref_name)|inputs)\\b.*")) {
				findings.add(run, "what others may write becomes part of a script; hand it over in env");
			}
		});
		if (step.get("uses").isPresent() == step.get("run").isPresent()) {
			findings.add(step, "a step either uses an action or runs a script");
		}
	}

	private static void known(Yaml at, Set<String> fields, String what, Findings findings) {
		at.entries()
			.keySet()
			.stream()
			.filter(key -> !fields.contains(key))
			.forEach(key -> findings.add(at.file(), at.lineOf(key), "a " + what + " has no field " + key));
	}

}
