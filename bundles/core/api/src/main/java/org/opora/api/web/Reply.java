package org.opora.api.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.opora.api.text.Text;

/**
 * What a handler answers: data, never HTML. Templates are those of the handler's own bundle ({@code
 * templates/<name>.peb}); the model holds records, strings, numbers, dates and collections of them.
 */
public sealed interface Reply {

  /**
   * A whole page, or the part of a page that htmx asked for.
   *
   * @param keepsDraft whether what was typed has not arrived anywhere yet, although the form was
   *     answered: the page shows it and asks what comes of it
   */
  record Page(String template, Map<String, Object> model, int status, boolean keepsDraft)
      implements Reply {
    public Page {
      model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
    }

    public Page(String template, Map<String, Object> model, int status) {
      this(template, model, status, false);
    }

    /** The same page with another status, such as 422 for a form that has errors. */
    public Page status(int status) {
      return new Page(template, model, status, keepsDraft);
    }

    /** The same page of a form that still has to be sent; its draft is there until then. */
    public Page keepingDraft() {
      return new Page(template, model, status, true);
    }
  }

  /**
   * Go and see (303).
   *
   * @param notice a sentence shown once on the page that follows, or null
   */
  record Redirect(String path, Text notice) implements Reply {}

  /** For machines. The value is written with its record components as names, in their order. */
  record Json(Object value, int status) implements Reply {}

  /** Plain text, UTF-8: what {@code bin/opora} prints. */
  record Plain(String text, int status) implements Reply {}

  /**
   * Appointments for programs that subscribe to them (iCalendar, RFC 5545), UTF-8. Whoever has
   * fetched the same before is told so instead.
   */
  record Calendar(String text) implements Reply {}

  /** A file, always as an attachment. */
  record Download(String fileName, String contentType, byte[] content) implements Reply {}

  /**
   * A file that is too large to be held while it is sent, always as an attachment. Many may be sent
   * at once, and slowly.
   *
   * @param length of all pieces together, in bytes
   * @param pieces made one after the other while they are sent, and forgotten; when one cannot be
   *     made, the file is broken off
   */
  record Streamed(String fileName, String contentType, long length, Iterable<byte[]> pieces)
      implements Reply {}

  /**
   * A list as a file, always as an attachment. It is written and recorded whole before the first
   * byte leaves.
   */
  record Export(Sheet<?> sheet, Sheet.Format format) implements Reply {}

  /**
   * Sets or clears (value null) the session cookie on top of another reply. Only the shell's own
   * sign-in uses it.
   */
  record WithSession(String token, Reply reply) implements Reply {}

  static Page page(String template, Map<String, Object> model) {
    return new Page(template, model, 200);
  }

  static Redirect to(String path) {
    return new Redirect(path, null);
  }

  static Redirect to(String path, Text notice) {
    return new Redirect(path, notice);
  }

  static Json json(Object value) {
    return new Json(value, 200);
  }

  /** The list in the format the address asks for: {@code format=csv}, otherwise a workbook. */
  static Export export(Request request, Sheet<?> sheet) {
    boolean csv = request.query("format").filter("csv"::equals).isPresent();
    return new Export(sheet, csv ? Sheet.Format.CSV : Sheet.Format.XLSX);
  }

  static Plain plain(String text) {
    return new Plain(text, 200);
  }
}
