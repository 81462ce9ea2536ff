package dev.jangteo.defaults.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * What Tomcat says of requests it refuses itself, before any application sees them: a
 * problem instead of a page.
 */
public class ProblemValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		var status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setCharacterEncoding("UTF-8");
			var writer = response.getReporter();
			if (writer != null) {
				var body = StandardProblems.body(org.springframework.http.HttpStatusCode.valueOf(status));
				writer.write("{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
					.formatted(body.getType(), body.getTitle(), status, body.getDetail()));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			// The client has gone: there is nobody to tell.
			container.getLogger().debug("An error report could not be sent", ex);
		}
	}

}
