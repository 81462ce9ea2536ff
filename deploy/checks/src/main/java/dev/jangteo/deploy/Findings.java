package dev.jangteo.deploy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong; the same is said once. */
final class Findings {

	private final List<Finding> found = new ArrayList<>();

	void add(String file, int line, String message) {
		var finding = new Finding(file, line, message);
		if (!found.contains(finding)) {
			found.add(finding);
		}
	}

	void add(Yaml at, String message) {
		add(at.file(), at.line(), message);
	}

	/** In the line of a word that stands in a text of several lines. */
	void add(Project project, Yaml at, String word, String message) {
		var lines = project.lines(at.file());
		var line = at.line();
		while (line < lines.size() && !lines.get(line - 1).contains(word)) {
			line++;
		}
		add(at.file(), lines.get(line - 1).contains(word) ? line : at.line(), message);
	}

	void addAll(List<Finding> others) {
		others.forEach(other -> add(other.file(), other.line(), other.message()));
	}

	List<Finding> all() {
		return List.copyOf(found);
	}

}
