package org.opora.web.gate;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.opora.api.access.Viewer;
import org.opora.api.web.Reply;
import org.opora.web.rendering.PageEngine;
import org.opora.web.rendering.ShellExtension;
import org.opora.web.rendering.StaticFiles.Asset;

/**
 * Turns a reply into bytes, and bytes into a response. The two are apart, so that the audit row can
 * be written in between.
 */
final class Answers {
  private static final String DOCTYPE = "<!doctype";
  private static final int WORTH_COMPRESSING = 1024;
  private static final int PIECE = 8192;
  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String CALENDAR = "text/calendar; charset=utf-8";
  private static final int NOT_MODIFIED = 304;

  private final Frames frames;
  private final Exports exports;

  Answers(Frames frames, Exports exports) {
    this.frames = frames;
    this.exports = exports;
  }

  /**
   * @param location for a redirect; null otherwise
   * @param fileName for a download; null otherwise
   * @param token new session token; empty to clear, null to leave it
   * @param export a list that waits to be sent instead of the bytes; null otherwise
   * @param file that is sent instead of the bytes; null otherwise
   */
  record Ready(
      int status,
      String type,
      byte[] bytes,
      String location,
      String fileName,
      String token,
      Exports.Ready export,
      Reply.Streamed file)
      implements AutoCloseable {
    Ready with(String session) {
      return new Ready(
          status, type, bytes, location, fileName, session == null ? "" : session, export, file);
    }

    @Override
    public void close() throws IOException {
      if (export != null) {
        export.close();
      }
    }
  }

  /** Renders with the engine of the bundle that answered. */
  Ready render(Reply reply, GateRequest request, PageEngine engine) throws IOException {
    if (reply instanceof Reply.WithSession session) {
      return render(session.reply(), request, engine).with(session.token());
    }
    if (reply instanceof Reply.Page page) {
      return ready(page.status(), HTML, page(page, request, engine));
    }
    if (reply instanceof Reply.Redirect redirect) {
      if (!redirect.path().startsWith("/")
          || redirect.path().startsWith("//")
          || redirect.path().indexOf('\\') >= 0) {
        throw new IllegalArgumentException("a redirect out of the house");
      }
      return new Ready(303, PLAIN, new byte[0], redirect.path(), null, null, null, null);
    }
    if (reply instanceof Reply.Json json) {
      return ready(json.status(), JSON, engine.json(json.value()));
    }
    if (reply instanceof Reply.Plain plain) {
      return ready(plain.status(), PLAIN, plain.text().getBytes(StandardCharsets.UTF_8));
    }
    if (reply instanceof Reply.Calendar calendar) {
      return ready(200, CALENDAR, calendar.text().getBytes(StandardCharsets.UTF_8));
    }
    if (reply instanceof Reply.Export list) {
      Exports.Ready export = exports.write(list, request, engine);
      return new Ready(
          200, export.type(), new byte[0], null, export.fileName(), null, export, null);
    }
    if (reply instanceof Reply.Streamed file) {
      return file(file);
    }
    Reply.Download whole = (Reply.Download) reply;
    return file(
        new Reply.Streamed(
            whole.fileName(),
            whole.contentType(),
            whole.content().length,
            List.of(whole.content())));
  }

  private static Ready file(Reply.Streamed file) {
    return new Ready(200, file.contentType(), new byte[0], null, file.fileName(), null, null, file);
  }

  void send(Ready ready, GateRequest request, HttpServletResponse response) throws IOException {
    boolean secure = request.http().isSecure();
    if (ready.token() != null) {
      Identities.write(response, ready.token().isEmpty() ? null : ready.token(), secure);
      if (ready.token().isEmpty()) {
        SecurityHeaders.forget(response);
      }
    }
    if (request.language() != null) {
      Identities.language(response, request.language(), secure);
    }
    if (request.paired() != null) {
      Identities.tablet(response, request.paired(), secure);
    }
    if (ready.location() != null) {
      boolean fragment = request.fragment();
      response.setStatus(fragment ? 204 : 303);
      response.setHeader(fragment ? "HX-Redirect" : "Location", ready.location());
      return;
    }
    if (ready.fileName() != null) {
      SecurityHeaders.download(response);
      response.setHeader("Content-Disposition", disposition(ready.fileName()));
    }
    if (ready.type().equals(CALENDAR) && fetchedBefore(ready.bytes(), request, response)) {
      response.setStatus(NOT_MODIFIED);
      return;
    }
    response.setStatus(ready.status());
    if (ready.export() != null) {
      send(ready.export(), request, response);
      return;
    }
    if (ready.file() != null) {
      paper(ready.file(), request, response);
      return;
    }
    boolean compressible = ready.bytes().length > WORTH_COMPRESSING;
    boolean compress = compressible && accepts(request.http().getHeader("Accept-Encoding"));
    if (compressible) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    body(
        response,
        ready.type(),
        compress ? compress(ready.bytes()) : ready.bytes(),
        compress,
        request.http().getMethod());
  }

  /**
   * Programs that subscribe ask many times a day for what has rarely changed. What they keep is
   * theirs: they ask before they believe it, and nobody on the way keeps it.
   */
  private static boolean fetchedBefore(
      byte[] bytes, GateRequest request, HttpServletResponse response) {
    SecurityHeaders.download(response);
    response.setHeader("Cache-Control", "private, no-cache");
    // Weak: packed or not, it says the same.
    String tag = "W/\"" + UUID.nameUUIDFromBytes(bytes) + '"';
    response.setHeader("ETag", tag);
    String known = request.http().getHeader("If-None-Match");
    return known != null && known.contains(tag.substring(2));
  }

  private static void send(Exports.Ready export, GateRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(export.type());
    response.setContentLengthLong(export.spool().length());
    if (request.http().getMethod().equals("HEAD")) {
      return;
    }
    if (!export.spool().sendTo(response.getOutputStream(), request.still()::holds)) {
      throw new BrokenOff();
    }
  }

  /** A paper of many pages takes a while, too. */
  private static void paper(Reply.Streamed file, GateRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(file.contentType());
    response.setContentLengthLong(file.length());
    if (request.http().getMethod().equals("HEAD")) {
      return;
    }
    OutputStream out = response.getOutputStream();
    for (byte[] piece : file.pieces()) {
      for (int at = 0; at < piece.length; at += PIECE) {
        if (!request.still().holds()) {
          throw new BrokenOff();
        }
        out.write(piece, at, Math.min(PIECE, piece.length - at));
      }
    }
  }

  /** The rest of a file is not given. The browser notices: it is shorter than was said. */
  static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff() {
      super("what let the list leave does not hold any more");
    }
  }

  static void send(Asset asset, String accepted, String method, HttpServletResponse response)
      throws IOException {
    SecurityHeaders.forEver(response);
    boolean compress = asset.compressed() != null && accepts(accepted);
    response.setStatus(200);
    response.setHeader("Vary", "Accept-Encoding");
    body(response, asset.type(), compress ? asset.compressed() : asset.plain(), compress, method);
  }

  /** For what does not even get a page. */
  static void bare(int status, String words, HttpServletResponse response) throws IOException {
    response.setStatus(status);
    body(response, PLAIN, (words + "\n").getBytes(StandardCharsets.UTF_8), false, "GET");
  }

  private static void body(
      HttpServletResponse response, String type, byte[] bytes, boolean compressed, String method)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(bytes.length);
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    if (!method.equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }

  private static Ready ready(int status, String type, byte[] bytes) {
    return new Ready(status, type, bytes, null, null, null, null, null);
  }

  /**
   * A part that is opened as a page of its own, because scripts are off, gets the frame around it.
   */
  private byte[] page(Reply.Page page, GateRequest request, PageEngine engine) {
    Map<String, Object> model = model(page, request);
    byte[] html = engine.page(page.template(), model, request.locale());
    if (request.fragment() || whole(html)) {
      return html;
    }
    model.put("part", new SafeString(new String(html, StandardCharsets.UTF_8)));
    return engine.page("shell:whole", model, request.locale());
  }

  private static boolean whole(byte[] html) {
    return html.length >= DOCTYPE.length()
        && new String(html, 0, DOCTYPE.length(), StandardCharsets.US_ASCII)
            .equalsIgnoreCase(DOCTYPE);
  }

  private Map<String, Object> model(Reply.Page page, GateRequest request) {
    Viewer viewer = request.visitor().viewer();
    Map<String, Object> model = new HashMap<>(page.model());
    model.put("viewer", viewer);
    model.put("today", frames.today());
    model.put("returnTo", frames.returnTo(request));
    model.put("shell", frames.of(request));
    model.put("lockSeconds", frames.lockSeconds(request));
    if (request.visitor().confined()) {
      model.put("confined", true);
    }
    if (request.readsOnly()) {
      model.put(ShellExtension.READS_ONLY, true);
    }
    if (!model.containsKey("form")) {
      model.put("form", request.formOrNull());
    }
    return model;
  }

  private static boolean accepts(String header) {
    return header != null && header.contains("gzip") && !header.contains("gzip;q=0");
  }

  private static byte[] compress(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream out = new Quick(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static String disposition(String name) {
    String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }

  /** Pages are small and sent once: speed counts more than the last per cent. */
  private static final class Quick extends GZIPOutputStream {
    Quick(ByteArrayOutputStream out) throws IOException {
      super(out, 4096);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
