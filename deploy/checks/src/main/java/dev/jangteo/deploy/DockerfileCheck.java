package dev.jangteo.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The Dockerfile of all services, and that of OpenSearch. */
final class DockerfileCheck implements Check {

	static final String FILE = "Dockerfile";

	private static final Set<String> INSTRUCTIONS = Set.of("FROM", "ARG", "RUN", "COPY", "LABEL", "USER", "VOLUME",
			"EXPOSE", "ENV", "HEALTHCHECK", "ENTRYPOINT", "CMD", "WORKDIR");

	private static final List<String> TARGETS = List.of("object-storage", "provider-sandbox", "service");

	private record Step(int line, String word, String rest) {

	}

	@Override
	public String name() {
		return "Dockerfile";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		Stream.concat(Stream.of(FILE), project.files("deploy", "/" + FILE).stream())
			.filter(file -> !file.contains("/target/"))
			.forEach(file -> general(project, file, findings));
		targets(project, findings);
		return findings.all();
	}

	private static void general(Project project, String file, Findings findings) {
		if (project.lines(file).getFirst().strip().matches("#\\s*syntax=.*")) {
			findings.add(file, 1, "a syntax line is fetched from a registry before anything is built");
		}
		var arguments = new HashMap<String, String>();
		for (var step : steps(project, file)) {
			switch (step.word()) {
				case "ARG" -> arguments.put(step.rest().split("=", 2)[0], step.rest().replaceFirst("^[^=]*=?", ""));
				case "FROM" -> from(file, step, arguments, findings);
				case "ENTRYPOINT" -> {
					if (!step.rest().startsWith("[")) {
						findings.add(file, step.line(), "in shell form the process does not get SIGTERM");
					}
				}
				case "COPY" -> copied(project, file, step, findings);
				default -> {
					if (!INSTRUCTIONS.contains(step.word())) {
						findings.add(file, step.line(), "an instruction we do not use: " + step.word());
					}
				}
			}
		}
	}

	private static void from(String file, Step step, Map<String, String> arguments, Findings findings) {
		var image = step.rest().split("\\s+", 2)[0];
		for (var argument : arguments.entrySet()) {
			image = image.replace("${" + argument.getKey() + "}", argument.getValue());
		}
		if ((image.contains("/") && !image.contains(":")) || image.endsWith(":latest")) {
			findings.add(file, step.line(), "the image " + image + " has no version");
		}
	}

	private static void copied(Project project, String file, Step step, Findings findings) {
		if (step.rest().contains("--from=")) {
			return;
		}
		var words = Stream.of(step.rest().split("\\s+")).filter(word -> !word.startsWith("--")).toList();
		for (var source : words.subList(0, words.size() - 1)) {
			if (source.contains("/target/") || source.contains("${")) {
				continue;
			}
			if (!project.has(source)) {
				findings.add(file, step.line(), source + " does not exist");
			}
			else if (!project.lines(".dockerignore").contains("!" + source)) {
				findings.add(file, step.line(), source + " is kept away by .dockerignore");
			}
		}
	}

	/** Each image that is run has a user who is not root, a health check and labels. */
	private static void targets(Project project, Findings findings) {
		var stages = new HashMap<String, List<Step>>();
		var stage = new ArrayList<Step>();
		for (var step : steps(project, FILE)) {
			if (step.word().equals("FROM")) {
				stage = new ArrayList<>();
				stages.put(step.rest().replaceFirst("(?i).*\\sAS\\s+", ""), stage);
			}
			stage.add(step);
		}
		for (var target : TARGETS) {
			var steps = stages.getOrDefault(target, List.of());
			if (steps.isEmpty()) {
				findings.add(FILE, 1, "there is no stage " + target);
				continue;
			}
			var line = steps.getFirst().line();
			for (var word : List.of("USER", "HEALTHCHECK", "LABEL", "ENTRYPOINT")) {
				if (steps.stream().noneMatch(step -> step.word().equals(word))) {
					findings.add(FILE, line, "the stage " + target + " has no " + word);
				}
			}
			steps.stream()
				.filter(step -> step.word().equals("USER") && !step.rest().matches("[1-9]\\d+:[1-9]\\d+"))
				.forEach(step -> findings.add(FILE, step.line(), "the user is not a number above zero"));
			steps.stream()
				.filter(step -> step.word().equals("RUN")
						&& step.rest().matches("(?s).*\\b(apt-get|mvn|curl|wget)\\b.*"))
				.forEach(step -> findings.add(FILE, step.line(), "an image that is run holds no tools of the build"));
		}
	}

	private static List<Step> steps(Project project, String file) {
		var steps = new ArrayList<Step>();
		var lines = project.lines(file);
		for (int i = 0; i < lines.size(); i++) {
			var first = i;
			var text = lines.get(i).strip();
			if (text.isEmpty() || text.startsWith("#")) {
				continue;
			}
			while (text.endsWith("\\") && i + 1 < lines.size()) {
				i++;
				text = text.substring(0, text.length() - 1) + " " + lines.get(i).strip();
			}
			var words = text.split("\\s+", 2);
			steps.add(new Step(first + 1, words[0], (words.length > 1) ? words[1] : ""));
		}
		return steps;
	}

}
