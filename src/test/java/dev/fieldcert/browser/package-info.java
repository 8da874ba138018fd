/** The whole application in a real browser: what somebody does who has only a keyboard, a pointer and a screen. */
package dev.fieldcert.browser;
