// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import loalang.controller.accounts.Permission;
import loalang.controller.accounts.Session;
import loalang.controller.audit.Author;
import loalang.protocol.PagingZone;
import loalang.protocol.Problem;
import loalang.protocol.ProblemException;

/** One request for a page by somebody who is known. On the event loop. */
public final class Visit {
  /** The status of a page that is shown as asked for. */
  public static final int OK = 200;

  // Most notices are read aloud by then, and nobody needs to see a bar for them.
  private static final long SOON_MILLIS = 1_500;

  private final PageDoor door;
  private final RoutingContext context;
  private final Session session;
  private final Place here;

  Visit(PageDoor door, RoutingContext context, Session session, Place here) {
    this.door = door;
    this.context = context;
    this.session = session;
    this.here = here;
  }

  /** Who looks. */
  public Session session() {
    return session;
  }

  /** Who looks, as histories name them. */
  public Author by() {
    return door.guard().visitor(context).author();
  }

  /** Why whoever looks may not do this in these zones; empty if they may. */
  public Optional<Problem> refusal(Permission permission, Set<PagingZone> zones) {
    return door.guard().visitor(context).actor().refusal(permission, zones);
  }

  /** Why whoever looks may do this nowhere; empty if they may somewhere. */
  public Optional<Problem> denial(Permission permission) {
    return door.guard().visitor(context).actor().refusal(permission);
  }

  /** Passes if whoever visits may do this in a zone of theirs; else fails with why not. */
  public Future<Void> allowed(Permission permission) {
    return passing(denial(permission));
  }

  /** Passes if whoever visits may do this in these zones; else fails with why not. */
  public Future<Void> allowed(Permission permission, Set<PagingZone> zones) {
    return passing(refusal(permission, zones));
  }

  private static Future<Void> passing(Optional<Problem> refusal) {
    return refusal
        .map(why -> Future.<Void>failedFuture(new ProblemException(why)))
        .orElseGet(Future::succeededFuture);
  }

  /** Texts in the visitor's language. */
  public Texts texts() {
    return door.texts(context);
  }

  /** A field of the form as somebody typed it, in NFC without blanks around it; empty if absent. */
  public String field(String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : Normalizer.normalize(value, Normalizer.Form.NFC).strip();
  }

  /** Every value of a field that may stand more than once, like boxes that are ticked. */
  public List<String> fields(String name) {
    return List.copyOf(context.request().formAttributes().getAll(name));
  }

  /** What stands in the address under this name; empty if nothing. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.request().getParam(name)).filter(value -> !value.isBlank());
  }

  /** Everything that stands in the address under this name. */
  public List<String> queries(String name) {
    return List.copyOf(context.queryParam(name));
  }

  /** A part of the path. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** Files that came with the form; they are gone when the answer is. */
  public List<FileUpload> uploads() {
    return context.fileUploads();
  }

  /** Shows a page. */
  public void show(String template, Object page) {
    show(OK, template, page);
  }

  /** Shows a page with a status of its own. */
  public void show(int status, String template, Object page) {
    context.response().setStatusCode(status);
    door.show(context, template, Map.of("frame", frame(), "page", page));
  }

  /** Shows a page when it is known. */
  public void show(String template, Future<?> page) {
    with(page, known -> show(template, known));
  }

  /** Goes on when something is known, or tells the fault. */
  public <T> void with(Future<T> asked, Consumer<T> next) {
    asked.onSuccess(next::accept).onFailure(context::fail);
  }

  /** Goes on when something is known, shows the form again if it is refused, or tells the fault. */
  public <T> void attempt(Future<T> asked, Consumer<T> next, Consumer<Problem> again) {
    asked
        .onSuccess(next::accept)
        .onFailure(
            e -> {
              if (e instanceof ProblemException refused) {
                again.accept(refused.problem());
              } else {
                context.fail(e);
              }
            });
  }

  /** True once it is done; false if it goes on so long that somebody wants to see how far it is. */
  public static Future<Boolean> isDoneSoon(Future<?> work) {
    return work.map(true)
        .timeout(SOON_MILLIS, TimeUnit.MILLISECONDS)
        .recover(
            e ->
                e instanceof TimeoutException
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(e));
  }

  /** A field of the form with every blank and line break, in NFC; empty if absent. */
  public String text(String name) {
    String value = context.request().getFormAttribute(name);
    return value == null
        ? ""
        : Normalizer.normalize(value.replace("\r\n", "\n"), Normalizer.Form.NFC);
  }

  /** Sends what belongs to a page and never changes under its address. */
  public void send(String type, byte[] bytes) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
        .end(Buffer.buffer(bytes));
  }

  /**
   * Sends the part of a sound that was asked for (RFC 9110 §14), so that one can jump in it.
   *
   * @param size of the whole, in bytes
   * @param bytes gives so many from an offset
   */
  public void sendSound(long size, BiFunction<Long, Integer, Future<byte[]>> bytes) {
    ByteRange range = ByteRange.of(context.request().getHeader("Range"), size);
    HttpServerResponse response =
        context
            .response()
            .setStatusCode(range.status())
            .putHeader(HttpHeaders.CONTENT_TYPE, "audio/ogg")
            .putHeader("Accept-Ranges", "bytes")
            .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable");
    range.contentRange().ifPresent(said -> response.putHeader("Content-Range", said));
    with(bytes.apply(range.first(), range.length()), part -> response.end(Buffer.buffer(part)));
  }

  /** Sends bytes, as a page's file to keep. */
  public void send(String type, String fileName, byte[] bytes) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(
            "Content-Disposition",
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"))
        .end(Buffer.buffer(bytes));
  }

  /** How the visitor calls this office, as http://host:port. */
  public String home() {
    return PageDoor.home(context);
  }

  /** Sends the visitor to another page. */
  public void goTo(String path) {
    PageDoor.goTo(context, path);
  }

  /** Sends the visitor to another page, where it says what was done. */
  public void goTo(String path, String said) {
    PageDoor.goTo(context, path + (path.contains("?") ? "&" : "?") + "said=" + said);
  }

  /** Tells why it was not done. */
  public void refuse(Problem why) {
    context.fail(new ProblemException(why));
  }

  Frame frame() {
    return door.frame(context, session, here);
  }
}
