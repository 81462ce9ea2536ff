package dev.jangteo.member.grade;

/**
 * How loyal a member is.
 */
enum Grade {

	WELCOME(0), REGULAR(5), FAVOURITE(20);

	private final int fromOrders;

	Grade(int fromOrders) {
		this.fromOrders = fromOrders;
	}

	/** The grade that so many delivered orders make. */
	static Grade of(int delivered) {
		var grade = WELCOME;
		for (var each : values()) {
			if (delivered >= each.fromOrders) {
				grade = each;
			}
		}
		return grade;
	}

}
