package org.opora.operations.modules.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One module of the wanted set. While it changes, the row names what is to be and what was, so that
 * a start after a broken change can finish it or put it back.
 */
@Entity
@Table(schema = "OPERATIONS", name = "MODULE")
public class WantedModule {
  /** Longest arguments the column takes. */
  private static final int ARGUMENTS = 1000;

  @Id private String id;

  @Column(name = "BUNDLE_VERSION")
  private String version;

  private String sha256;

  @Column(name = "PREVIOUS_VERSION")
  private String previousVersion;

  @Column(name = "PREVIOUS_SHA256")
  private String previousSha256;

  private boolean wanted;
  private String state;

  @Column(name = "REASON_KEY")
  private String reasonKey;

  @Column(name = "REASON_ARGUMENTS")
  private String reasonArguments;

  @Column(name = "TITLE_CS")
  private String titleCs;

  @Column(name = "TITLE_PL")
  private String titlePl;

  @Column(name = "TITLE_EN")
  private String titleEn;

  @Column(name = "CHANGED_AT")
  private Instant changedAt;

  protected WantedModule() {}

  public WantedModule(String id) {
    this.id = id;
  }

  /** The change begins: this version is to run, the one that ran stays known. */
  public void begin(String version, String sha256, String cs, String pl, String en, Instant now) {
    if (wanted && previousVersion == null && this.version != null) {
      previousVersion = this.version;
      previousSha256 = this.sha256;
    }
    this.version = version;
    this.sha256 = sha256;
    titleCs = cs;
    titlePl = pl;
    titleEn = en;
    wanted = true;
    state = "CHANGING";
    reason(null, null);
    changedAt = now;
  }

  /** The change is done. */
  public void ready(Instant now) {
    previousVersion = null;
    previousSha256 = null;
    state = "READY";
    reason(null, null);
    changedAt = now;
  }

  /** The former version runs again; the reason of the failed change stays on screen. */
  public void putBack(String key, String arguments, Instant now) {
    version = previousVersion;
    sha256 = previousSha256;
    previousVersion = null;
    previousSha256 = null;
    state = "READY";
    reason(key, arguments);
    changedAt = now;
  }

  /** Wanted, but does not run. */
  public void failed(String key, String arguments, Instant now) {
    previousVersion = null;
    previousSha256 = null;
    state = "FAILED";
    reason(key, arguments);
    changedAt = now;
  }

  /** Not wanted any more; a reason says that its first installation failed. */
  public void removed(String key, String arguments, Instant now) {
    previousVersion = null;
    previousSha256 = null;
    wanted = false;
    state = "REMOVED";
    reason(key, arguments);
    changedAt = now;
  }

  private void reason(String key, String arguments) {
    reasonKey = key;
    reasonArguments =
        arguments == null || arguments.length() <= ARGUMENTS
            ? arguments
            : arguments.substring(0, ARGUMENTS);
  }

  public String id() {
    return id;
  }

  public String version() {
    return version;
  }

  public String sha256() {
    return sha256;
  }

  public String previousVersion() {
    return previousVersion;
  }

  public String previousSha256() {
    return previousSha256;
  }

  public boolean wanted() {
    return wanted;
  }

  public String state() {
    return state;
  }

  public String reasonKey() {
    return reasonKey;
  }

  public String reasonArguments() {
    return reasonArguments;
  }

  public String titleCs() {
    return titleCs;
  }

  public String titlePl() {
    return titlePl;
  }

  public String titleEn() {
    return titleEn;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
