package org.opora.registry.directory.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.ids.BodyId;

/** An office, a school or somebody else with a place and a name, never a client. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "BODY")
public class Body {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String name;

  @Column(name = "NAME_N")
  private String nameN;

  private String street;
  private String town;

  @Column(name = "POSTAL_CODE")
  private String postalCode;

  @Column(name = "DATA_BOX")
  private String dataBox;

  private String email;
  private String phone;
  private String ico;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "UNTIL_BEFORE")
  private LocalDate untilBefore;

  @Column(name = "REPLACED_BY")
  private UUID replacedBy;

  protected Body() {}

  public Body(BodyId id) {
    this.id = id.value();
  }

  /**
   * @param folded the name as it is sorted
   */
  public void isCalled(Kind what, String called, String folded) {
    kind = what;
    name = called;
    nameN = folded;
  }

  public void isAt(String streetAndNumber, String place, String code) {
    street = streetAndNumber;
    town = place;
    postalCode = code;
  }

  public void isReached(String box, String mail, String telephone) {
    dataBox = box;
    email = mail;
    phone = telephone;
  }

  /**
   * @param number IČO, or null
   * @param firstDay null when it is not known
   * @param lastDay null while it holds
   */
  public void isEntered(String number, LocalDate firstDay, LocalDate lastDay) {
    ico = number;
    since = firstDay;
    until = lastDay;
  }

  /** Somebody else goes on from the day after. */
  public void giveWayTo(BodyId successor, LocalDate lastDay) {
    if (replacedBy == null) {
      untilBefore = until;
    }
    replacedBy = successor.value();
    until = lastDay;
  }

  /** As before the successor: an entry that had ended by itself has ended. */
  public void comeBack() {
    replacedBy = null;
    until = untilBefore;
    untilBefore = null;
  }

  public BodyId id() {
    return new BodyId(id);
  }

  public long version() {
    return version;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public String nameN() {
    return nameN;
  }

  public String street() {
    return street;
  }

  public String town() {
    return town;
  }

  public String postalCode() {
    return postalCode;
  }

  public String dataBox() {
    return dataBox;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public String ico() {
    return ico;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  /** Null while nobody goes on. */
  public BodyId replacedBy() {
    return replacedBy == null ? null : new BodyId(replacedBy);
  }
}
