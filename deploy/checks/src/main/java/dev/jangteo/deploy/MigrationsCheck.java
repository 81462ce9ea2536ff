package dev.jangteo.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Migrations expand: the version before them runs on their schema as well. What contracts
 * says so in the line before, {@code -- contracts: unused since 1.4.0}, and comes a
 * release later than the last version that used it.
 */
final class MigrationsCheck implements Check {

	private static final String ALLOWED = "-- contracts: unused since ";

	private static final Map<Pattern, String> CONTRACTING = Map.of(
			Pattern.compile("\\bdrop\\s+(table|column|view|schema)\\b"),
			"the version before still reads what is dropped", Pattern.compile("\\brename\\s+(to|column)\\b"),
			"the version before knows the old name alone",
			Pattern.compile("\\balter\\s+column\\s+\\w+\\s+(set\\s+not\\s+null|(set\\s+data\\s+)?type)\\b"),
			"the version before writes it as it was",
			Pattern.compile("\\badd\\s+column\\s+(?!.*\\bdefault\\b).*\\bnot\\s+null\\b"),
			"the version before does not fill it: give it a default");

	@Override
	public String name() {
		return "migrations";
	}

	@Override
	public List<Finding> run(Project project) {
		var findings = new Findings();
		for (var module : project.modules()) {
			for (var file : project.files(module + "/src/main/resources/db", ".sql")) {
				var lines = project.lines(file);
				for (int i = 0; i < lines.size(); i++) {
					var line = lines.get(i).replaceFirst("--.*", "").toLowerCase(Locale.ROOT);
					if (i > 0 && lines.get(i - 1).startsWith(ALLOWED)) {
						continue;
					}
					for (var contracting : CONTRACTING.entrySet()) {
						if (contracting.getKey().matcher(line).find()) {
							findings.add(file, i + 1, contracting.getValue());
						}
					}
				}
			}
		}
		return findings.all();
	}

}
