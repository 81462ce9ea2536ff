package dev.jangteo.events;

/**
 * What a follower follows.
 *
 * @param name the follower's own name, unique within the service, for example
 * {@code orders}
 * @param aggregate the aggregate's name as in its notifications
 * @param owner key of the owner's address in {@code jangteo.clients}
 * @param state a record with only those fields the follower uses; unknown fields are
 * ignored
 * @param <S> type of the state
 */
public record Followed<S>(String name, String aggregate, String owner, Class<S> state) {
}
