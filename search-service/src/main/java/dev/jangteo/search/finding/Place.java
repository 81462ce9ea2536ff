package dev.jangteo.search.finding;

/**
 * Where the shopper is.
 *
 * @param lat latitude in degrees
 * @param lng longitude in degrees
 */
public record Place(double lat, double lng) {

}
