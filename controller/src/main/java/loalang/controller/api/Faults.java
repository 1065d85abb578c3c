// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.function.UnaryOperator;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every fault with one problem document (RFC 9457).
 *
 * @param titles the Vietnamese title of a code
 */
public record Faults(UnaryOperator<String> titles) {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int BODY_TOO_LARGE = 413;
  private static final int NOT_FOUND = 404;
  private static final int FIRST_FAULT_OF_OURS = 500;

  /** A failure handler. */
  public void answer(RoutingContext context) {
    Problem problem = problemOf(context);
    int status = ProblemStatus.of(problem.code());
    if (status >= FIRST_FAULT_OF_OURS) {
      LOG.warn("{} {} {}", context.request().method(), context.request().path(), problem);
    }
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(ApiJson.problem(problem, titles.apply(problem.code())).toBuffer());
  }

  /** The HTTP status of a problem. */
  public static int statusOf(Problem problem) {
    return ProblemStatus.of(problem.code());
  }

  /** What a failed request means. */
  public static Problem problemOf(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (context.statusCode() == BODY_TOO_LARGE) {
      return Bodies.tooLarge(context);
    }
    if (context.statusCode() == NOT_FOUND) {
      return new Problem(
          "PAGE_UNKNOWN",
          "There is nothing at %s.".formatted(context.normalizedPath()),
          "/openapi.yaml lists what there is.");
    }
    if (isBadRequest(failure)) {
      return new Problem(
          "REQUEST_INVALID",
          "The request is not as the contract says: %s".formatted(reason(failure)),
          "Compare it with /openapi.yaml.");
    }
    LOG.error("{} {}", context.request().method(), context.request().path(), failure);
    return new Problem(
        "OFFICE_FAULT", "The office has a fault of its own.", "Send its log to the developers.");
  }

  private static boolean isBadRequest(@Nullable Throwable failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof io.vertx.core.json.DecodeException
        || (failure instanceof HttpException http && http.getStatusCode() < FIRST_FAULT_OF_OURS);
  }

  private static String reason(@Nullable Throwable failure) {
    if (failure == null) {
      return "unknown.";
    }
    String payload = failure instanceof HttpException http ? http.getPayload() : null;
    return payload == null ? String.valueOf(failure.getMessage()) : payload;
  }
}
