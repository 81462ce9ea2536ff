package dev.jangteo.defaults;

/**
 * One entry of a problem's {@code errors}: which field, and what is wrong with it.
 *
 * @param field the path of the field in the body, or the name of a parameter or header
 * @param message what is wrong, without echoing the value
 */
public record FieldProblem(String field, String message) {

}
