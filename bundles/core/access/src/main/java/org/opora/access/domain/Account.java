package org.opora.access.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** How a member of staff signs in. The key is that of the member of staff. */
@Entity
@Table(schema = "ACCESS", name = "ACCOUNT")
public class Account {
  /** How the account stands. */
  public enum Standing {
    INVITED,
    ACTIVE,
    DISABLED
  }

  @Id private UUID staff;

  @Column(name = "STAFF_NAME")
  private String staffName;

  @Column(name = "SIGN_IN_NAME")
  private String signInName;

  @Column(name = "PASSWORD_HASH")
  private String passwordHash;

  /** A fingerprint of the entry of the directory that keeps the password, in place of a hash. */
  @Column(name = "DIRECTORY_ENTRY")
  private String directoryEntry;

  @Column(name = "PREFERRED_LANGUAGE")
  private String language;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  @Column(name = "MISSED_SINCE")
  private Instant missedSince;

  @ElementCollection
  @CollectionTable(
      schema = "ACCESS",
      name = "ACCOUNT_ROLE",
      joinColumns = @JoinColumn(name = "ACCOUNT"))
  @Column(name = "STAFF_ROLE")
  private Set<String> roles = new HashSet<>();

  @Version private long version;

  protected Account() {}

  public Account(UUID staff, String staffName) {
    this.staff = staff;
    this.staffName = staffName;
    this.standing = Standing.INVITED;
  }

  public UUID staff() {
    return staff;
  }

  public String staffName() {
    return staffName;
  }

  public String signInName() {
    return signInName;
  }

  public String language() {
    return language;
  }

  public String passwordHash() {
    return passwordHash;
  }

  /** Null when the password is kept here. */
  public String directoryEntry() {
    return directoryEntry;
  }

  public boolean byDirectory() {
    return directoryEntry != null;
  }

  public Standing standing() {
    return standing;
  }

  public boolean active() {
    return standing == Standing.ACTIVE;
  }

  public Set<String> roles() {
    return Set.copyOf(roles);
  }

  public void take(Set<String> others) {
    roles.retainAll(others);
    roles.addAll(others);
  }

  public void open(String name, String hash, String preferred) {
    open(name, preferred);
    passwordHash = hash;
    directoryEntry = null;
  }

  /** The password is kept by this entry of the directory, and not here. */
  public void link(String name, String entry, String preferred) {
    open(name, preferred);
    passwordHash = null;
    directoryEntry = entry;
  }

  private void open(String name, String preferred) {
    signInName = name;
    language = preferred;
    standing = Standing.ACTIVE;
  }

  /**
   * An open account stays open until the invitation is redeemed: whoever forgot nothing can go on.
   */
  public void invite() {
    if (standing != Standing.ACTIVE) {
      standing = Standing.INVITED;
    }
  }

  /** Without a password, here or there, nobody can sign in, whatever else goes wrong. */
  public void disable() {
    standing = Standing.DISABLED;
    passwordHash = null;
    directoryEntry = null;
  }

  /** Its owner could be the second person until somebody else decided otherwise. */
  public void missed(Instant since) {
    missedSince = since;
  }

  public void rename(String name) {
    staffName = name;
  }

  public void prefer(String preferred) {
    language = preferred;
  }

  public void rehash(String hash) {
    passwordHash = hash;
  }
}
