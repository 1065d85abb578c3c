// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import loalang.protocol.ProblemException;

/** A controller that runs in this process. Starting and closing block. */
public final class ControllerMain implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final Vertx vertx;
  private final ControllerVerticle verticle;

  private ControllerMain(Vertx vertx, ControllerVerticle verticle) {
    this.vertx = vertx;
    this.verticle = verticle;
  }

  /**
   * Starts; all doors are open when this returns.
   *
   * @throws ProblemException if it cannot start, with the next step
   */
  public static ControllerMain start(ControllerConfig config, OfficeTools tools) {
    return start(config, tools, options());
  }

  /** The same, with other options of the event loop. */
  public static ControllerMain start(
      ControllerConfig config, OfficeTools tools, VertxOptions options) {
    ControllerVerticle verticle = new ControllerVerticle(config, tools);
    Vertx vertx = Vertx.vertx(options);
    try {
      vertx
          .deployVerticle(verticle)
          .toCompletionStage()
          .toCompletableFuture()
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
      leaveAddress(config, verticle);
      return new ControllerMain(vertx, verticle);
    } catch (ExecutionException e) {
      vertx.close();
      throw e.getCause() instanceof ProblemException known
          ? known
          : new IllegalStateException("The controller does not start.", e.getCause());
    } catch (TimeoutException e) {
      vertx.close();
      throw new IllegalStateException("The controller did not start in a minute.", e);
    } catch (InterruptedException e) {
      vertx.close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    }
  }

  private static void leaveAddress(ControllerConfig config, ControllerVerticle verticle) {
    String url = "http://%s:%d".formatted(config.http().host(), verticle.httpPort());
    try {
      new OfficeAddress(url).leaveIn(config.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One event loop does all the work. What pages need is unpacked once: a file that is unpacked at
   * every question is missing for whoever asks meanwhile.
   */
  public static VertxOptions options() {
    return new VertxOptions().setEventLoopPoolSize(1);
  }

  /** The port of console and API. */
  public int httpPort() {
    return verticle.httpPort();
  }

  /** The port of the broker. */
  public int mqttPort() {
    return verticle.mqttPort();
  }

  /** The first account's password, if this start made the account. */
  public Optional<String> firstPassword() {
    return verticle.firstPassword();
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The controller does not stop.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
