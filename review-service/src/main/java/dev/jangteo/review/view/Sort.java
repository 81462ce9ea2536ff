package dev.jangteo.review.view;

/**
 * The order of a list; within the same, newest first.
 */
public enum Sort {

	NEWEST("review_id"), HELPFUL("helpful"), STARS("stars");

	private final String column;

	Sort(String column) {
		this.column = column;
	}

	String column() {
		return column;
	}

}
