/** {@code bin/opora directory}. */
package org.opora.operations.directory.web;
