package dev.jangteo.benchmarks.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The outcomes as a table for a terminal, with the notes beneath it.
 */
public final class ResultTable {

	private static final List<String> HEAD = List.of("what", "ours", "peer", "ratio", "reach", "verdict");

	private final List<Outcome> outcomes;

	public ResultTable(List<Outcome> outcomes) {
		this.outcomes = List.copyOf(outcomes);
	}

	public String render() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(HEAD);
		List<String> notes = new ArrayList<>();
		for (Outcome outcome : this.outcomes) {
			switch (outcome) {
				case Outcome.Measured measured -> measured.figures().forEach((figure) -> {
					rows.add(cells(figure));
					figure.notes().forEach((note) -> notes.add(figure.name() + ": " + note));
				});
				case Outcome.NotMeasured missing -> {
					rows.add(List.of(missing.benchmark(), "–", "–", "–", "–", "not measured"));
					notes.add(missing.benchmark() + " was not measured: " + missing.reason());
				}
			}
		}
		return layout(rows) + notes.stream().map((note) -> "\n  · " + note).collect(Collectors.joining());
	}

	static List<String> cells(Figure figure) {
		Figure.Peer peer = figure.peer();
		Series ratio = figure.ratio();
		String verdict = figure.verdict().words() + (figure.settled() ? "" : " (unsettled)");
		return List.of(figure.what(), withSpread(figure.ours(), figure.unit()),
				(peer != null) ? withSpread(peer.rounds(), figure.unit()) + " " + peer.name() : "–", ratioCell(ratio),
				figure.reach().toString(), verdict);
	}

	private static String ratioCell(@Nullable Series ratio) {
		return (ratio != null) ? Numbers.plain(ratio.median()) : "–";
	}

	private static String withSpread(Series series, String unit) {
		return "%s %s ±%s".formatted(Numbers.plain(series.median()), unit, Numbers.percent(series.spread()));
	}

	private static String layout(List<List<String>> rows) {
		List<Integer> widths = IntStream.range(0, HEAD.size())
			.mapToObj((column) -> rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toList();
		List<String> lines = new ArrayList<>();
		for (List<String> row : rows) {
			lines.add(line(row, widths));
			if (lines.size() == 1) {
				lines.add(widths.stream().map("─"::repeat).collect(Collectors.joining("─┼─")));
			}
		}
		return String.join("\n", lines);
	}

	private static String line(List<String> row, List<Integer> widths) {
		return IntStream.range(0, row.size())
			.mapToObj((i) -> row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()))
			.collect(Collectors.joining(" │ "))
			.stripTrailing();
	}

}
