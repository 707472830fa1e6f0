package org.opora.registry.register;

import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.registry.care.application.VisitBook;
import org.opora.registry.care.application.VisitLock;
import org.opora.registry.care.application.VisitMoves;
import org.opora.registry.care.application.VisitPrints;
import org.opora.registry.care.application.VisitScans;
import org.opora.registry.care.application.VisitSheets;
import org.opora.registry.care.application.VisitSigning;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.care.web.CareRoutes;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NoteMoves;
import org.opora.registry.notes.web.NoteRoutes;
import org.opora.registry.tasks.application.TaskMoves;
import org.opora.registry.tasks.application.TaskNews;

/** Visits put together by hand. */
public final class CareRoom {
  public final SettingsBook settings;
  public final VisitVersions versions;
  public final VisitBook visits;
  public final VisitMoves moves;
  public final VisitSigning signing;
  public final VisitPrints prints;
  public final VisitScans scans;
  public final NoteBook notes;
  public final NoteMoves noteMoves;
  private final Register register;
  private final Messages noteTexts;
  private final TaskMoves noteTasks;

  CareRoom(Register register, Messages texts) {
    this.register = register;
    var access = register.access;
    var keys = register.house.keys();
    settings = new SettingsBook(register.tx, access.audit(), register.staff);
    versions = new VisitVersions(register.tx, access.access(), register.staff, keys);
    visits =
        new VisitBook(
            register.tx,
            access.access(),
            access.audit(),
            register.timeline,
            register.evidence,
            register.staff,
            texts,
            keys,
            new VisitLock(settings),
            versions);
    signing = new VisitSigning(register.tx, access.access(), access.audit(), register.staff, keys);
    prints = new VisitPrints(register.tx, access.access());
    scans = new VisitScans(register.tx, access.access(), access.audit(), register.staff, keys);
    TaskMoves tasks =
        new TaskMoves(
            register.tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            new TaskNews(register.tx, access.aliases(), register.timeline, register.inbox, texts),
            keys);
    noteTexts = texts;
    noteTasks = tasks;
    notes = notesOver(register.tx);
    noteMoves =
        new NoteMoves(
            register.tx, access.access(), access.audit(), register.timeline, texts, keys, tasks);
    moves =
        new VisitMoves(
            register.tx,
            access.access(),
            access.audit(),
            register.timeline,
            register.evidence,
            register.staff,
            tasks,
            scans,
            texts,
            keys);
  }

  /** Notes over other transactions of the same unit. */
  NoteBook notesOver(Transactions unit) {
    return new NoteBook(
        unit,
        register.access.access(),
        register.access.audit(),
        register.timeline,
        register.staff,
        noteTexts,
        register.house.keys(),
        new VisitLock(settings),
        noteTasks);
  }

  /** Over rooms that are put together after this one. */
  VisitSheets sheets() {
    return new VisitSheets(
        register.access.access(),
        visits,
        register.evidence,
        register.safety,
        register.room.dueLines,
        register.desk,
        new IntakeRooms(register).requests);
  }

  NoteRoutes noteRoutes(CaseFrame frame, Messages pages) {
    return new NoteRoutes(
        frame,
        notes,
        noteMoves,
        register.files,
        new BodiesDesk(register.tx, register.access.access(), register.access.audit()),
        pages);
  }

  CareRoutes routes(CaseFrame frame, Messages pages) {
    return new CareRoutes(
        frame, visits, versions, moves, signing, prints, scans, sheets(), register.files, pages);
  }
}
