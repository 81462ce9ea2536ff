package dev.jangteo.local.api;

import tools.jackson.databind.JsonNode;

/**
 * A server-sent event.
 */
public record Event(String id, String name, JsonNode data) {

}
