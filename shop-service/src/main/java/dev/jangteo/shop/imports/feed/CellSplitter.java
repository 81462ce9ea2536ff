package dev.jangteo.shop.imports.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the lines of one row apart, until its last quote is closed.
 */
final class CellSplitter {

	private final char separator;

	private final List<String> cells = new ArrayList<>();

	private final StringBuilder cell = new StringBuilder();

	private boolean quoted;

	private int size;

	CellSplitter(char separator) {
		this.separator = separator;
	}

	List<String> cells() {
		return this.cells;
	}

	/** The column that is being read, counted from one. */
	int column() {
		return this.cells.size() + 1;
	}

	/** Must not be called again after anything but {@link Progress#OPEN}. */
	Progress take(String line) {

		this.size += line.length() + 1;

		if (this.size > StrictText.LONGEST_LINE) {
			return Progress.BROKEN;
		}

		var position = 0;

		if (this.quoted) {
			this.cell.append('\n');
		}
		else if (line.startsWith("\"")) {
			this.quoted = true;
			position = 1;
		}

		return take(line, position);
	}

	private Progress take(String line, int start) {

		var position = start;

		while (this.quoted || position <= line.length()) {

			var end = this.quoted ? line.indexOf('"', position) : line.indexOf(this.separator, position);

			if (this.quoted && end < 0) {
				this.cell.append(line, position, line.length());
				return Progress.OPEN;
			}

			this.cell.append(line, position, (end < 0) ? line.length() : end);

			if (!this.quoted) {
				position = endCell(line, (end < 0) ? line.length() : end);
			}
			else if (isAt(line, end + 1, '"')) {
				this.cell.append('"');
				position = end + 2;
			}
			else if (end + 1 == line.length() || isAt(line, end + 1, this.separator)) {
				this.quoted = false;
				position = endCell(line, end + 1);
			}
			else {
				return Progress.BROKEN;
			}
		}

		return Progress.COMPLETE;
	}

	/**
	 * Goes on behind the separator, and behind the quote of the next cell if there is
	 * one.
	 */
	private int endCell(String line, int separator) {

		this.cells.add(this.cell.toString());
		this.cell.setLength(0);
		this.quoted = isAt(line, separator + 1, '"');

		return this.quoted ? separator + 2 : separator + 1;
	}

	private static boolean isAt(String line, int position, char character) {
		return position < line.length() && line.charAt(position) == character;
	}

	/**
	 * How far a row has come.
	 */
	enum Progress {

		/** All cells are there. */
		COMPLETE,

		/** A quote is open: the row goes on in the next line. */
		OPEN,

		/** A quote stands where none may, or is open for longer than any row may be. */
		BROKEN

	}

}
