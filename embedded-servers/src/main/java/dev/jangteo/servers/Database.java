package dev.jangteo.servers;

/**
 * How to reach one database over JDBC.
 *
 * @param url begins with {@code jdbc:postgresql://}
 * @param username the role that owns the database
 * @param password its password
 */
public record Database(String url, String username, String password) {

	@Override
	public String toString() {
		return this.url + " as " + this.username;
	}

}
