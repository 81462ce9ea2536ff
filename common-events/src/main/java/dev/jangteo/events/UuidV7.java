package dev.jangteo.events;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Ids that sort by the time they were made. */
public final class UuidV7 {

	private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

	private UuidV7() {
	}

	/** A new id, greater than any this process made before. */
	public static UUID next() {
		return GENERATOR.generate();
	}

}
