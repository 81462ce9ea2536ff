package dev.jangteo.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The outcomes as a table for a page, with what falls short named first.
 */
public final class MarkdownTable {

	private final List<Outcome> outcomes;

	public MarkdownTable(List<Outcome> outcomes) {
		this.outcomes = List.copyOf(outcomes);
	}

	public String render() {
		List<String> lines = new ArrayList<>(
				List.of("| what | ours | peer | ratio | reach | verdict |", "|---|---:|---:|---:|---:|---|"));
		for (Outcome outcome : this.outcomes) {
			switch (outcome) {
				case Outcome.Measured measured ->
					measured.figures().forEach((figure) -> lines.add(row(ResultTable.cells(figure))));
				case Outcome.NotMeasured missing -> lines
					.add(row(List.of(missing.benchmark(), "–", "–", "–", "–", "not measured: " + firstLine(missing))));
			}
		}
		return String.join("\n", lines) + "\n";
	}

	/**
	 * One line for each figure below its reach or missing; empty when there is none.
	 */
	public List<String> shortcomings() {
		List<String> shortcomings = new ArrayList<>();
		for (Outcome outcome : this.outcomes) {
			switch (outcome) {
				case Outcome.Measured measured -> measured.figures()
					.stream()
					.filter((figure) -> figure.verdict() == Verdict.BELOW_REACH)
					.map((figure) -> "%s: %s, to reach %s".formatted(figure.what(), reached(figure), figure.reach()))
					.forEach(shortcomings::add);
				case Outcome.NotMeasured missing -> shortcomings.add(missing.benchmark() + ": not measured");
			}
		}
		return shortcomings;
	}

	/**
	 * The notes of all figures.
	 */
	public List<String> notes() {
		return this.outcomes.stream()
			.filter(Outcome.Measured.class::isInstance)
			.map(Outcome.Measured.class::cast)
			.flatMap((measured) -> measured.figures().stream())
			.flatMap((figure) -> figure.notes().stream().map((note) -> figure.what() + ": " + note))
			.toList();
	}

	private static String reached(Figure figure) {
		Series ratio = figure.ratio();
		return (ratio != null) ? Numbers.plain(ratio.median())
				: Numbers.plain(figure.ours().median()) + " " + figure.unit();
	}

	private static String firstLine(Outcome.NotMeasured missing) {
		return missing.reason().lines().findFirst().orElse("");
	}

	private static String row(List<String> cells) {
		return cells.stream().map((cell) -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
	}

}
