package org.opora.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.web.Form;
import org.opora.api.web.Request;

/** A request as the gate hands it on, for tests of handlers without a server. */
public final class Asked implements Request {
  /** Where the texts of a form's own complaints are. */
  private static final String SHELL = "org.opora.web";

  private final Viewer viewer;
  private final String path;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private final Map<String, List<String>> fields = new HashMap<>();
  private final Set<Subject> shown = new LinkedHashSet<>();
  private byte[] body = new byte[0];
  private Upload upload;
  private boolean fragment;
  private Form form;
  private String recorded;

  private Asked(Viewer viewer, String path) {
    this.viewer = viewer;
    this.path = path;
  }

  /**
   * @param viewer null for nobody
   */
  public static Asked by(Viewer viewer, String path) {
    return new Asked(viewer, path);
  }

  /** What a variable part of the route stands for. */
  public Asked at(String name, Object value) {
    variables.put(name, value.toString());
    return this;
  }

  /** A parameter of the address. */
  public Asked asking(String name, String value) {
    query.put(name, value);
    return this;
  }

  /** A field of the posted form. */
  public Asked field(String name, String... values) {
    fields.put(name, List.of(values));
    return this;
  }

  /** The body of a machine request. */
  public Asked bringing(byte[] content) {
    body = content;
    return this;
  }

  /**
   * A posted file, whatever the field is called.
   *
   * @param folder where it waits
   */
  public Asked uploading(Path folder, String name, byte[] content) {
    try {
      Path file = Files.write(folder.resolve("upload"), content);
      upload = new Upload(name, "text/csv", content.length, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Asked by a page for a part of itself. */
  public Asked forPart() {
    fragment = true;
    return this;
  }

  /** Of what the handler said that its reply tells; null when it said nothing. */
  public String recorded() {
    return recorded;
  }

  /** What the handler said that its reply shows. */
  public Set<Subject> shown() {
    return shown;
  }

  @Override
  public Viewer viewer() {
    return signedIn().orElseThrow(() -> new NotAllowed("nobody"));
  }

  @Override
  public Optional<Viewer> signedIn() {
    return Optional.ofNullable(viewer);
  }

  @Override
  public Locale locale() {
    return viewer == null ? Locale.ENGLISH : viewer.locale();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Prague");
  }

  @Override
  public String houseAddress() {
    return "https://opora.centre.example";
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String variable(String name) {
    return variables.get(name);
  }

  @Override
  public UUID id(String name) {
    try {
      return UUID.fromString(variables.get(name));
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  @Override
  public Form form() {
    form = form == null ? new Form(SHELL, fields) : form;
    return form;
  }

  @Override
  public Optional<Upload> upload(String name) {
    return Optional.ofNullable(upload);
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public boolean fragment() {
    return fragment;
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.empty();
  }

  @Override
  public void shows(Subject... subjects) {
    shows(Arrays.asList(subjects));
  }

  @Override
  public void shows(Collection<Subject> subjects) {
    shown.addAll(subjects);
  }

  @Override
  public void records(String detail) {
    recorded = detail;
  }
}
