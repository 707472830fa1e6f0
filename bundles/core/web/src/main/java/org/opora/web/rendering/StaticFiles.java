package org.opora.web.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.opora.web.texts.Resources;

/**
 * Static files of one bundle, from its folder {@code static/}, at {@code
 * /m/<id>/static/<hash>/<name>}: the hash of the content is part of the address, so a browser may
 * keep them for ever and still never shows an old one.
 */
public final class StaticFiles {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9.-]{0,60}\\.(css|js|svg|png|woff2|ico|webp|jpg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "ico", "image/x-icon",
          "webp", "image/webp",
          "jpg", "image/jpeg");
  private static final int HASH = 12;

  private final Resources resources;
  private final String prefix;
  private final Map<String, Optional<Asset>> assets = new ConcurrentHashMap<>();

  public StaticFiles(String module, Resources resources) {
    this.resources = resources;
    this.prefix = "/m/" + module + "/static/";
  }

  /** Where everything here begins. */
  public String prefix() {
    return prefix;
  }

  /**
   * The address of a file.
   *
   * @throws IllegalArgumentException when there is no such file: a page must not point to nothing
   */
  public String address(String name) {
    Asset asset =
        find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no static file " + name + " in " + resources.origin()));
    return prefix + asset.hash() + "/" + name;
  }

  public Optional<Asset> find(String name) {
    return NAME.matcher(name).matches()
        ? assets.computeIfAbsent(name, this::load)
        : Optional.empty();
  }

  private Optional<Asset> load(String name) {
    return resources.find("static/" + name).map(url -> read(name, url));
  }

  private static Asset read(String name, URL url) {
    try (InputStream in = url.openStream()) {
      byte[] plain = in.readAllBytes();
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      boolean text = type.startsWith("text/") || type.endsWith("xml");
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
      return new Asset(hash.substring(0, HASH), type, plain, text ? compress(plain) : null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] compress(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /**
   * A file, ready to be sent.
   *
   * @param compressed with gzip; null when that would not help
   */
  public record Asset(String hash, String type, byte[] plain, byte[] compressed) {}
}
