"""The rules: one rule, one file; here they stand in plain sight, in the order of their codes."""

from typing import Final

from borderclash.rules.bc0_fields.bc001_empty_required_cell import empty_required_cell
from borderclash.rules.bc0_fields.bc002_malformed_cell import malformed_cell
from borderclash.rules.bc0_fields.bc003_unknown_word import unknown_word
from borderclash.rules.bc0_fields.bc004_out_of_range import out_of_range
from borderclash.rules.bc0_fields.bc005_too_long import too_long
from borderclash.rules.bc0_fields.bc006_duplicate_key import duplicate_key
from borderclash.rules.bc0_fields.bc007_dangling_reference import dangling_reference
from borderclash.rules.bc1_citations.bc101_uncited_claim import uncited_claim
from borderclash.rules.bc2_replies.bc201_unrecorded_denial import unrecorded_denial
from borderclash.rules.bc2_replies.bc202_self_reply import self_reply
from borderclash.rules.bc2_replies.bc203_foreign_echo import foreign_echo
from borderclash.rules.bc2_replies.bc204_own_denial import own_denial
from borderclash.rules.bc2_replies.bc205_own_confirmation import own_confirmation
from borderclash.rules.bc2_replies.bc206_circular_echo import circular_echo
from borderclash.rules.bc2_replies.bc207_unlike_echo import unlike_echo
from borderclash.rules.bc2_replies.bc208_accusing_update import accusing_update
from borderclash.rules.bc2_replies.bc209_backward_update import backward_update
from borderclash.rules.bc2_replies.bc210_accusation_without_act import accusation_without_act
from borderclash.rules.bc2_replies.bc211_reply_to_no_accusation import reply_to_no_accusation
from borderclash.rules.bc2_replies.bc212_early_reply import early_reply
from borderclash.rules.bc2_replies.bc213_whole_and_part import whole_and_part
from borderclash.rules.bc2_replies.bc214_reply_to_no_figure import reply_to_no_figure
from borderclash.rules.bc2_replies.bc215_numberless_counter import numberless_counter
from borderclash.rules.bc2_replies.bc216_contradicted_search import contradicted_search
from borderclash.rules.bc2_replies.bc217_thin_search import thin_search
from borderclash.rules.bc2_replies.bc218_stale_search import stale_search
from borderclash.rules.bc2_replies.bc219_one_sided_incident import one_sided_incident
from borderclash.rules.bc2_replies.bc220_unmarked_denial import unmarked_denial
from borderclash.rules.bc2_replies.bc221_unsaid_denial import unsaid_denial
from borderclash.rules.bc2_replies.bc222_unmarked_quoted_denial import unmarked_quoted_denial
from borderclash.rules.bc2_replies.bc223_loose_denial import loose_denial
from borderclash.rules.bc9_package.bc901_not_utf8 import not_utf8
from borderclash.rules.bc9_package.bc902_byte_order_mark import byte_order_mark
from borderclash.rules.bc9_package.bc903_nul_byte import nul_byte
from borderclash.rules.bc9_package.bc904_stray_carriage_return import stray_carriage_return
from borderclash.rules.bc9_package.bc905_ragged_row import ragged_row
from borderclash.rules.bc9_package.bc906_unclosed_quote import unclosed_quote
from borderclash.rules.bc9_package.bc907_duplicate_header import duplicate_header
from borderclash.rules.bc9_package.bc908_unknown_column import unknown_column
from borderclash.rules.bc9_package.bc909_missing_column import missing_column
from borderclash.rules.bc9_package.bc910_blank_line import blank_line
from borderclash.rules.bc9_package.bc911_missing_table import missing_table
from borderclash.rules.bc9_package.bc912_empty_file import empty_file
from borderclash.rules.bc9_package.bc913_unreadable_descriptor import unreadable_descriptor
from borderclash.rules.bc9_package.bc914_unsafe_path import unsafe_path
from borderclash.rules.bc9_package.bc915_expired_waiver import expired_waiver
from borderclash.rules.rule import Rule

__all__ = ["RULES", "Rule"]

RULES: Final[tuple[Rule, ...]] = (
    empty_required_cell,
    malformed_cell,
    unknown_word,
    out_of_range,
    too_long,
    duplicate_key,
    dangling_reference,
    uncited_claim,
    unrecorded_denial,
    self_reply,
    foreign_echo,
    own_denial,
    own_confirmation,
    circular_echo,
    unlike_echo,
    accusing_update,
    backward_update,
    accusation_without_act,
    reply_to_no_accusation,
    early_reply,
    whole_and_part,
    reply_to_no_figure,
    numberless_counter,
    contradicted_search,
    thin_search,
    stale_search,
    one_sided_incident,
    unmarked_denial,
    unsaid_denial,
    unmarked_quoted_denial,
    loose_denial,
    not_utf8,
    byte_order_mark,
    nul_byte,
    stray_carriage_return,
    ragged_row,
    unclosed_quote,
    duplicate_header,
    unknown_column,
    missing_column,
    blank_line,
    missing_table,
    empty_file,
    unreadable_descriptor,
    unsafe_path,
    expired_waiver,
)
"""Every rule there is."""
