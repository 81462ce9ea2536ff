package dev.jangteo.defaults;

/**
 * What a member may do. {@code /api/v1/owner/**} needs an {@link #OWNER},
 * {@code /api/v1/ops/**} an {@link #OPERATOR}.
 */
public enum Role {

	/** Orders, pays and reviews. */
	SHOPPER,

	/** Runs shops. */
	OWNER,

	/** Runs the platform. */
	OPERATOR

}
