/** A register comes in: read, planned, applied family by family under a journal, and taken back. */
package org.opora.registry.importing.application;
