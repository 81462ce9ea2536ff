package dev.jangteo.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;

/**
 * The chart with certain values.
 *
 * @param values files relative to the project, later ones win
 */
record Rendering(List<String> values) {

	private static final Pattern SOURCE = Pattern.compile("(?m)^---\\n# Source: jangteo/(.*)\\n");

	private static final Pattern PLACE = Pattern.compile("(?:jangteo/)?(templates/[\\w./-]+):(\\d+)");

	/** An object, and the template it came from. */
	record Rendered(String template, Yaml object) {

	}

	static List<Rendering> all(Project project) {
		var all = new ArrayList<Rendering>();
		all.add(new Rendering(List.of("k8s/values-trial.yaml")));
		var releases = project.files("k8s/releases", ".yaml");
		for (var environment : project.files("k8s/environments", ".yaml")) {
			all.add(new Rendering(List.of(environment)));
			releases.forEach(release -> all.add(new Rendering(List.of(environment, release))));
		}
		return all;
	}

	List<Rendered> render(Project project, Findings findings) {
		var command = new Helm(project.path("k8s")).template()
			.withName("jangteo")
			.withNamespace("jangteo")
			.withKubeVersion("1.30.0");
		values.forEach(file -> command.withValuesFile(Path.of(project.path(file).toString())));
		String text;
		try {
			text = command.call();
		}
		catch (RuntimeException ex) {
			failed(project, String.valueOf(ex.getMessage()), findings);
			return List.of();
		}
		var rendered = new ArrayList<Rendered>();
		var starts = SOURCE.matcher(text).results().toList();
		for (int i = 0; i < starts.size(); i++) {
			var end = (i + 1 < starts.size()) ? starts.get(i + 1).start() : text.length();
			var template = "k8s/" + starts.get(i).group(1);
			Yaml.read(template, text.substring(starts.get(i).end(), end), findings)
				.stream()
				.filter(object -> !object.isNothing())
				.forEach(object -> rendered.add(new Rendered(template, object)));
		}
		return rendered;
	}

	/** Helm names a template and a line, or the values that its schema refuses. */
	private void failed(Project project, String message, Findings findings) {
		var plain = message.strip().replaceAll("\\s+", " ");
		var place = PLACE.matcher(plain).results().reduce((_, last) -> last);
		if (place.isPresent()) {
			findings.add("k8s/" + place.get().group(1), Integer.parseInt(place.get().group(2)), plain);
			return;
		}
		var field = Pattern.compile("'([\\w-]+)'|/([\\w-]+)'?:|\\.([\\w-]+):? ").matcher(plain);
		var named = new ArrayList<String>();
		while (field.find()) {
			Stream.of(1, 2, 3).map(field::group).filter(word -> word != null).forEach(named::add);
		}
		for (var word : named) {
			for (var file : values.reversed()) {
				if (project.text(file).contains(word + ":")) {
					findings.add(file, project.lineOf(file, word + ":"), plain);
					return;
				}
			}
		}
		findings.add(values.getLast(), 1, plain);
	}

	@Override
	public String toString() {
		return String.join(" + ", values);
	}

}
