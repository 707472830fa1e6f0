/** Doors to lists that wait for a second person. */
package org.opora.registry.exports.web;
