/** The remote control bin/opora. JDK only: it runs without a framework. */
package org.opora.operations.cli;
