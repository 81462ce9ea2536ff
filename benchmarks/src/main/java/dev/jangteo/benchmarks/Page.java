package dev.jangteo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.jangteo.benchmarks.figures.MarkdownTable;

/**
 * A run as a page for people: {@code docs/performance.md}. Whatever stands below the last
 * mark was written by hand and is kept.
 */
final class Page {

	static final String MARK = "<!-- What follows is written by hand and kept. -->";

	private final Report report;

	Page(Report report) {
		this.report = report;
	}

	void write(Path file) throws IOException {
		String kept = Files.exists(file) ? byHand(Files.readString(file)) : "";
		Path parent = file.toAbsolutePath().getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		Files.writeString(file, text() + "\n" + MARK + kept);
	}

	String text() {
		Machine machine = this.report.machine();
		MarkdownTable table = new MarkdownTable(this.report.outcomes());
		return """
				# Performance

				Figures beside their physical limits, each with its peer measured in the same run.
				[How to read them](../benchmarks/README.md#how-to-read-it).

				Measured by `%s` on %s, commit %s, in %d min %d s: %d cores of %s, %s MiB, %s, %s,
				Java %s, load before the run %s.

				%s
				## Where we fall short

				%s

				## What belongs to the figures

				%s
				""".formatted(this.report.command(), machine.date(), machine.commit(), this.report.seconds() / 60,
				this.report.seconds() % 60, machine.cores(), machine.processor(),
				String.format(Locale.ROOT, "%,d", machine.memoryMebibytes()), machine.system(), machine.disk(),
				machine.java(), machine.load(), table.render(), items(table.shortcomings(), "Nowhere in this run."),
				items(table.notes(), "Nothing."));
	}

	private static String items(List<String> lines, String none) {
		return lines.isEmpty() ? none : lines.stream().map("- "::concat).collect(Collectors.joining("\n"));
	}

	private static String byHand(String page) {
		int mark = page.indexOf(MARK);
		return (mark < 0) ? "" : page.substring(mark + MARK.length());
	}

}
