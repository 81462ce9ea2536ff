package dev.jangteo.gateway.switching;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the history: who did what and when.
 *
 * @param before the rule as it was, or null if there was none
 * @param after the rule as it is, or null if it was removed
 */
record RuleChange(long version, Action action, UUID by, Instant at, @Nullable SwitchRule before,
		@Nullable SwitchRule after) {

	enum Action {

		ADDED, CHANGED, REMOVED

	}

}
