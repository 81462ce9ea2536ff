package dev.jangteo.events.things;

/** A thing as its owner gives it out. */
public record Thing(String name, int weight) {

	/** What the follower uses of it. */
	public record Copied(String name) {
	}

}
