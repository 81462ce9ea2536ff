package dev.jangteo.events.following;

import java.util.Optional;

/** What followers remember between two runs: short texts by follower and item. */
interface FollowerMemory {

	Optional<String> recall(String follower, String item);

	void remember(String follower, String item, String content);

}
