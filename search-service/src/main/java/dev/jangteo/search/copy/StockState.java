package dev.jangteo.search.copy;

/**
 * What is used of a product's stock, in order-service's words; its id is the product's.
 *
 * @param available whether any is left
 */
record StockState(boolean available) {

}
