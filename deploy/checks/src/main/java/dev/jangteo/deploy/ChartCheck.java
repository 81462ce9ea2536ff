package dev.jangteo.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.jangteo.deploy.Rendering.Rendered;

/**
 * The chart: it can be rendered with the values of every environment and for every way to
 * release, every field of what comes out is one of the Kubernetes API, and the policies
 * hold.
 */
final class ChartCheck implements Check {

	private final Predicate<Rendering> wanted;

	ChartCheck() {
		this(_ -> true);
	}

	/** For tests: a few renderings are enough to see a fault of a template. */
	ChartCheck(Predicate<Rendering> wanted) {
		this.wanted = wanted;
	}

	@Override
	public String name() {
		return "chart";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		for (var rendering : Rendering.all(project).stream().filter(wanted).toList()) {
			var rendered = rendering.render(project, findings);
			for (var one : rendered) {
				new KubernetesTypes((_, key, message) -> complain(project, rendering, one, key, message, findings))
					.check(one.object());
			}
			new Policies((one, key, message) -> complain(project, rendering, one, key, message, findings))
				.check(rendered);
		}
		return findings.all();
	}

	/**
	 * The line of the template in which the field stands, or that of the values it comes
	 * from.
	 */
	private static void complain(Project project, Rendering rendering, Rendered one, String key, String message,
			Findings findings) {
		var object = one.object().text("kind") + " " + one.object().text("metadata", "name");
		var places = Stream.concat(Stream.of(one.template()), Stream.concat(rendering.values().reversed().stream(),
				Stream.of("k8s/values.yaml", "k8s/templates/_helpers.tpl")));
		var file = places.filter(place -> project.text(place).contains(key + ":")).findFirst().orElse(one.template());
		findings.add(file, lineOf(project, file, one.object().text("kind"), steps(message, key)),
				object + ": " + message);
	}

	/** The keys that lead to a field: a message about one begins with its path. */
	private static List<String> steps(String message, String key) {
		var steps = Stream.of(message.split(" ", 2)[0].split("\\.", -1))
			.skip(1)
			.map(step -> step.replaceAll("\\[\\d+]", ""))
			.collect(Collectors.toCollection(ArrayList::new));
		if (steps.isEmpty() || !steps.getLast().equals(key)) {
			steps.add(key);
		}
		return steps;
	}

	/**
	 * Step by step through the part of the template that makes this kind of object. What
	 * does not stand there, because it is included, is passed over.
	 */
	private static int lineOf(Project project, String file, String kind, List<String> steps) {
		var lines = project.lines(file);
		var at = Math.max(0, lines.indexOf("kind: " + kind));
		var found = 0;
		for (var step : steps) {
			for (int i = at; i < lines.size(); i++) {
				if (lines.get(i).matches("(.*[\\s{])?" + Pattern.quote(step) + ":.*")) {
					at = i;
					found = step.equals(steps.getLast()) ? i + 1 : 0;
					break;
				}
			}
		}
		return (found == 0) ? project.lineOf(file, steps.getLast() + ":") : found;
	}

}
