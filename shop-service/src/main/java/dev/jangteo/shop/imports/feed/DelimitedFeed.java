package dev.jangteo.shop.imports.feed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Comma or tab separated values, with quotes as in RFC 4180. Unlike a strict parser it
 * finds its way back after a broken row: the line after the first of that row is the next
 * to be read. The price is that a row has a longest size. Nothing is read a third time,
 * because the first quote in a line read in vain had ended that vain row.
 */
final class DelimitedFeed implements FeedReader {

	private final StrictText text;

	private final char separator;

	private final Columns columns;

	/** Lines that were read ahead in vain. */
	private final Deque<StrictText.Line> ahead = new ArrayDeque<>();

	DelimitedFeed(StrictText text, char separator) throws IOException {

		this.text = text;
		this.separator = separator;

		var line = line();

		if (line == null) {
			throw new FeedUnreadable("The file is empty.");
		}

		var cells = new CellSplitter(separator);

		if (line.tooLong() || cells.take(line.text()) != CellSplitter.Progress.COMPLETE) {
			throw new FeedUnreadable(line.number(), "the heading cannot be read");
		}

		this.columns = Columns.of(line.number(), cells.cells());
	}

	@Override
	public @Nullable FeedEntry next() throws IOException {

		var line = line();

		if (line == null) {
			return null;
		}

		return line.tooLong()
				? new FeedEntry.Broken(line.number(), null, "is longer than " + StrictText.LONGEST_LINE + " characters")
				: row(line);
	}

	private FeedEntry row(StrictText.Line first) throws IOException {

		var cells = new CellSplitter(this.separator);
		var progress = cells.take(first.text());
		var taken = new ArrayList<StrictText.Line>();

		while (progress == CellSplitter.Progress.OPEN) {

			var line = pull();

			if (line == null) {
				break;
			}

			taken.add(line);
			progress = line.tooLong() ? CellSplitter.Progress.BROKEN : cells.take(line.text());
		}

		if (progress == CellSplitter.Progress.COMPLETE) {
			return this.columns.row(first.number(), cells.cells());
		}

		putBack(taken);

		return asPlain(first, new FeedEntry.Broken(first.number(), Integer.toString(cells.column()),
				"has a quote that is not closed, or not followed by a separator"));
	}

	/** In tab separated files a quote is mostly the sign for an inch. */
	private FeedEntry asPlain(StrictText.Line line, FeedEntry otherwise) {

		if (this.separator != '\t') {
			return otherwise;
		}

		var cells = List.of(line.text().split("\t", -1));
		return this.columns.fits(cells) ? this.columns.row(line.number(), cells) : otherwise;
	}

	private void putBack(List<StrictText.Line> lines) {
		lines.reversed().forEach(this.ahead::addFirst);
	}

	/** The next line with anything in it. */
	private StrictText.@Nullable Line line() throws IOException {

		var line = pull();

		while (line != null && !line.tooLong() && line.text().isBlank()) {
			line = pull();
		}

		return line;
	}

	private StrictText.@Nullable Line pull() throws IOException {
		var line = this.ahead.pollFirst();
		return (line != null) ? line : this.text.next();
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
