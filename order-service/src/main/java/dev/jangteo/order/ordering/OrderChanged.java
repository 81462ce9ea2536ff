package dev.jangteo.order.ordering;

/**
 * An order is new or has changed in the running transaction. Says nothing to other
 * instances: it only wakes those who would look anyway.
 */
public record OrderChanged(OrderId order) {
}
