/**
 * What every bundle pushes: entries of the chronology, things to find, and facts that prove a duty
 * was met.
 */
package org.opora.registry.story.domain;
