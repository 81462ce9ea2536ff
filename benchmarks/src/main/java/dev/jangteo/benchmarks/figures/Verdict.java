package dev.jangteo.benchmarks.figures;

/**
 * How a figure stands to its reach.
 */
public enum Verdict {

	REACHED("reached"), BELOW_REACH("below reach"), INFORMATION("–");

	private final String words;

	Verdict(String words) {
		this.words = words;
	}

	public String words() {
		return this.words;
	}

}
