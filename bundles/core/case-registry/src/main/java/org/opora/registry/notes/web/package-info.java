/** Pages and forms of notes. */
package org.opora.registry.notes.web;
