/** The master key, for the remote control. */
package org.opora.operations.keys.web;
