package org.opora.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.opora.api.web.Request.Upload;

/** What was posted. Files wait in the data folder, never in memory, and vanish with the request. */
final class Body implements AutoCloseable {
  static final int LARGEST_FORM = 1024 * 1024;
  static final long LARGEST_UPLOAD = 50L * 1024 * 1024;
  private static final int MOST_PARTS = 1_000;

  private final Map<String, List<String>> fields;
  private final Map<String, Upload> uploads;
  private final InputStream raw;

  private Body(Map<String, List<String>> fields, Map<String, Upload> uploads, InputStream raw) {
    this.fields = fields;
    this.uploads = uploads;
    this.raw = raw;
  }

  static Body none() {
    return new Body(Map.of(), Map.of(), InputStream.nullInputStream());
  }

  /**
   * @param machine whether a body of another kind may be read as it is
   * @throws Rejected when it is too long, malformed or of a kind nobody reads
   */
  static Body read(HttpServletRequest request, boolean machine, Path folder) throws IOException {
    String type =
        request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      if (request.getContentLengthLong() > LARGEST_FORM) {
        throw new Rejected(413);
      }
      byte[] all = new Limited(sent(request), LARGEST_FORM).readAllBytes();
      return new Body(
          Fields.parse(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1)),
          Map.of(),
          null);
    }
    if (request.getContentLengthLong() > LARGEST_UPLOAD) {
      throw new Rejected(413);
    }
    if (type.startsWith("multipart/form-data")) {
      return multipart(request, folder);
    }
    if (type.isEmpty() && request.getContentLengthLong() <= 0) {
      return none();
    }
    if (!machine) {
      throw new Rejected(415);
    }
    return new Body(Map.of(), Map.of(), new Limited(sent(request), LARGEST_UPLOAD));
  }

  Map<String, List<String>> fields() {
    return fields;
  }

  Upload upload(String name) {
    return uploads.get(name);
  }

  InputStream raw() {
    return raw == null ? InputStream.nullInputStream() : raw;
  }

  @Override
  public void close() {
    for (Upload upload : uploads.values()) {
      try {
        Files.deleteIfExists(upload.file());
      } catch (IOException stays) {
        upload.file().toFile().deleteOnExit();
      }
    }
  }

  private static Body multipart(HttpServletRequest request, Path folder) throws IOException {
    FileUpload parser = new FileUpload();
    parser.setSizeMax(LARGEST_UPLOAD);
    parser.setFileCountMax(MOST_PARTS);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, Upload> uploads = new HashMap<>();
    Body body = new Body(fields, uploads, null);
    long left = LARGEST_FORM;
    int parts = 0;
    try {
      FileItemIterator items = parser.getItemIterator(new Context(request));
      while (items.hasNext()) {
        FileItemStream item = items.next();
        if (++parts > MOST_PARTS) {
          throw new Rejected(400);
        }
        if (!item.isFormField()) {
          body.keep(item, folder);
        } else {
          byte[] value = read(item, left);
          left -= value.length;
          fields
              .computeIfAbsent(item.getFieldName(), key -> new ArrayList<>(1))
              .add(Fields.text(value, value.length));
        }
      }
      return body;
    } catch (SizeLimitExceededException tooLong) {
      body.close();
      throw new Rejected(413);
    } catch (FileUploadIOException limit) {
      body.close();
      throw new Rejected(limit.getCause() instanceof SizeLimitExceededException ? 413 : 400);
    } catch (FileUploadException broken) {
      body.close();
      throw new Rejected(400);
    } catch (IOException | RuntimeException failed) {
      body.close();
      throw failed;
    }
  }

  private static byte[] read(FileItemStream item, long most) throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    try (InputStream in = item.openStream()) {
      new Limited(in, most).transferTo(value);
    }
    return value.toByteArray();
  }

  private void keep(FileItemStream item, Path folder) throws IOException {
    String sent = item.getName() == null ? "" : item.getName();
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "upload-", ".part");
    try (InputStream in = item.openStream()) {
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
    long size = Files.size(file);
    if (name.isEmpty() && size == 0 || uploads.containsKey(item.getFieldName())) {
      Files.deleteIfExists(file);
      return;
    }
    uploads.put(item.getFieldName(), new Upload(name, item.getContentType(), size, file));
  }

  /** What the parser needs to know of the request. */
  private record Context(HttpServletRequest request) implements UploadContext {
    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public String getContentType() {
      return request.getContentType();
    }

    @Override
    @SuppressWarnings("deprecation") // required by the interface
    public int getContentLength() {
      return request.getContentLength();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return sent(request);
    }
  }

  private static InputStream sent(HttpServletRequest request) throws IOException {
    return new Sent(request.getInputStream());
  }

  /**
   * What the sender sends. When it breaks off or is no body at all, that is the sender's fault and
   * none of ours, which would be written into the log.
   */
  private static final class Sent extends InputStream {
    private final InputStream in;

    Sent(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException | RuntimeException malformed) {
        throw new Rejected(400);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException | RuntimeException malformed) {
        throw new Rejected(400);
      }
    }
  }

  /** Stops reading where the limit is, whatever the sender announced. */
  static final class Limited extends InputStream {
    private final InputStream in;
    private long left;

    Limited(InputStream in, long most) {
      this.in = in;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next >= 0) {
        take(1);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        take(count);
      }
      return count;
    }

    private void take(int count) {
      left -= count;
      if (left < 0) {
        throw new Rejected(413);
      }
    }
  }
}
