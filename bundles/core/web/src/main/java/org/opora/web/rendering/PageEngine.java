package org.opora.web.rendering;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.Extension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Resources;
import org.opora.web.texts.Words;

/**
 * Turns the data a bundle answers into bytes. One per bundle and dropped with it: templates,
 * reflection caches and JSON adapters know classes of the bundle, and none of them may outlive it.
 */
public final class PageEngine {
  private final PebbleEngine pebble;
  private final Gson gson;
  private final StaticFiles files;
  private final Lexicon texts;

  /**
   * @param besides what templates can call or find besides, such as somebody who looks on in tests
   */
  public PageEngine(
      String module,
      Resources own,
      Lexicon texts,
      Resources shell,
      Words words,
      Clock clock,
      Extension... besides) {
    this.files = new StaticFiles(module, own);
    this.texts = texts;
    this.pebble =
        new PebbleEngine.Builder()
            .loader(new HouseLoader(own, shell))
            .extension(new ShellExtension(words, texts, files, clock))
            .extension(besides)
            .autoEscaping(true)
            .tagCache(new Remembered())
            .defaultLocale(Locale.ENGLISH)
            .build();
    this.gson =
        new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeAdapter(LocalDate.class, new AsText<LocalDate>())
            .registerTypeAdapter(LocalTime.class, new AsText<LocalTime>())
            .registerTypeAdapter(Instant.class, new AsText<Instant>())
            .create();
  }

  public StaticFiles files() {
    return files;
  }

  /** Texts of the bundle. */
  public Lexicon texts() {
    return texts;
  }

  /** The page in UTF-8. */
  public byte[] page(String template, Map<String, Object> model, Locale locale) {
    PageWriter writer = new PageWriter();
    try {
      pebble.getTemplate(template).evaluate(writer, model, locale);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return writer.bytes();
  }

  public byte[] json(Object value) {
    return gson.toJson(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Values that have one plain text form. */
  private static final class AsText<T> extends TypeAdapter<T> {
    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (value == null) {
        out.nullValue();
      } else {
        out.value(value.toString());
      }
    }

    @Override
    public T read(JsonReader in) {
      throw new UnsupportedOperationException("only written");
    }
  }
}
