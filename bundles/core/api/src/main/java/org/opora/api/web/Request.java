package org.opora.api.web;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.osgi.annotation.versioning.ProviderType;

/** A request that has passed the gate. */
@ProviderType
public interface Request {
  /**
   * @throws NotAllowed when nobody is signed in (the gate lets that happen on public routes only)
   */
  Viewer viewer();

  Optional<Viewer> signedIn();

  Locale locale();

  /** Time zone of the centre, also where nobody is signed in. */
  ZoneId zone();

  /**
   * By which address the house was reached, such as {@code https://opora.centre.example}; no slash
   * at the end. For what is to be reached again from elsewhere.
   */
  String houseAddress();

  /** Path without query. */
  String path();

  /** Part of the path that the pattern names. */
  String variable(String name);

  /**
   * The same as a key.
   *
   * @throws NotFound when it is none
   */
  UUID id(String name);

  /** Coded filter or cursor from the address; never free text about people. */
  Optional<String> query(String name);

  /** Fields of a posted form; empty on GET. */
  Form form();

  /** A posted file. */
  Optional<Upload> upload(String name);

  /** Body of a machine request, at most the limit of the gate. */
  InputStream body();

  /** Whether the page asks for a part of itself (htmx). */
  boolean fragment();

  /** Cookie value, for the sign-in pages only. */
  Optional<String> cookie(String name);

  /** Adds subjects to the one audit row of this request: all that the reply shows. */
  void shows(Subject... subjects);

  /** Adds subjects to the one audit row of this request. */
  void shows(Collection<Subject> subjects);

  /**
   * Says of what the reply tells, for the one audit row of this request: it is written then also
   * when nobody is shown. Only where something is recorded of the route.
   *
   * @param detail codes, days and keys only, such as {@code statistic=services;from=2026-01-01}
   */
  void records(String detail);

  /**
   * A posted file.
   *
   * @param name as the browser sent it, without folders
   */
  record Upload(String name, String contentType, long size, Path file) {}
}
