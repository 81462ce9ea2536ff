package dev.jangteo.shop.imports;

/**
 * The import was stopped, or another instance took it over: whatever was done since must
 * not count.
 */
class LeaseLost extends RuntimeException {

}
