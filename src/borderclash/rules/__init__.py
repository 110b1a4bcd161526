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
from borderclash.rules.bc1_citations.bc102_unused_source import unused_source
from borderclash.rules.bc1_citations.bc103_source_older_than_claim import source_older_than_claim
from borderclash.rules.bc1_citations.bc104_source_read_before_publication import source_read_before_publication
from borderclash.rules.bc1_citations.bc105_duplicate_address import duplicate_address
from borderclash.rules.bc1_citations.bc106_tracking_parameter import tracking_parameter
from borderclash.rules.bc1_citations.bc107_overlong_quote import overlong_quote
from borderclash.rules.bc1_citations.bc108_quote_as_text import quote_as_text
from borderclash.rules.bc1_citations.bc109_opponent_carried_claim import opponent_carried_claim
from borderclash.rules.bc1_citations.bc110_hearsay_claim import hearsay_claim
from borderclash.rules.bc1_citations.bc111_one_sided_sourcing import one_sided_sourcing
from borderclash.rules.bc1_citations.bc112_unarchived_source import unarchived_source
from borderclash.rules.bc1_citations.bc113_contradictory_relation import contradictory_relation
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
from borderclash.rules.bc3_figures.bc301_reversed_range import reversed_range
from borderclash.rules.bc3_figures.bc302_part_above_total import part_above_total
from borderclash.rules.bc3_figures.bc303_figure_on_denial import figure_on_denial
from borderclash.rules.bc3_figures.bc304_exact_range import exact_range
from borderclash.rules.bc3_figures.bc305_broken_persons import broken_persons
from borderclash.rules.bc3_figures.bc306_unfit_unit import unfit_unit
from borderclash.rules.bc3_figures.bc307_shrinking_total import shrinking_total
from borderclash.rules.bc4_when_where.bc401_end_before_start import end_before_start
from borderclash.rules.bc4_when_where.bc402_statement_before_event import statement_before_event
from borderclash.rules.bc4_when_where.bc403_future_date import future_date
from borderclash.rules.bc4_when_where.bc404_dates_against_precision import dates_against_precision
from borderclash.rules.bc4_when_where.bc405_night_within_one_day import night_within_one_day
from borderclash.rules.bc4_when_where.bc406_window_outside_incident import window_outside_incident
from borderclash.rules.bc4_when_where.bc407_place_outside_bounds import place_outside_bounds
from borderclash.rules.bc4_when_where.bc408_exact_without_coordinates import exact_without_coordinates
from borderclash.rules.bc4_when_where.bc409_half_coordinates import half_coordinates
from borderclash.rules.bc4_when_where.bc410_untraceable_coordinates import untraceable_coordinates
from borderclash.rules.bc4_when_where.bc411_unnamed_in_a_language import unnamed_in_a_language
from borderclash.rules.bc4_when_where.bc412_id_against_row import id_against_row
from borderclash.rules.bc4_when_where.bc413_probable_duplicate import probable_duplicate
from borderclash.rules.bc4_when_where.bc414_part_outside_whole import part_outside_whole
from borderclash.rules.bc4_when_where.bc415_part_of_itself import part_of_itself
from borderclash.rules.bc5_wording.bc501_loaded_word import loaded_word
from borderclash.rules.bc5_wording.bc502_title_that_blames import title_that_blames
from borderclash.rules.bc5_wording.bc503_claim_in_our_voice import claim_in_our_voice
from borderclash.rules.bc5_wording.bc504_one_sided_place_name import one_sided_place_name
from borderclash.rules.bc5_wording.bc505_named_person import named_person
from borderclash.rules.bc5_wording.bc506_not_a_sentence import not_a_sentence
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
from borderclash.rules.bc9_package.bc916_altered_file import altered_file
from borderclash.rules.bc9_package.bc917_disagreeing_descriptor import disagreeing_descriptor
from borderclash.rules.bc9_package.bc918_unsorted_rows import unsorted_rows
from borderclash.rules.bc9_package.bc919_unused_waiver import unused_waiver
from borderclash.rules.bc9_package.bc920_empty_table import empty_table
from borderclash.rules.bc9_package.bc921_unreadable_dossier import unreadable_dossier
from borderclash.rules.bc9_package.bc922_unknown_key import unknown_key
from borderclash.rules.bc9_package.bc923_repeated_key import repeated_key
from borderclash.rules.bc9_package.bc924_taken_id import taken_id
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
    unused_source,
    source_older_than_claim,
    source_read_before_publication,
    duplicate_address,
    tracking_parameter,
    overlong_quote,
    quote_as_text,
    opponent_carried_claim,
    hearsay_claim,
    one_sided_sourcing,
    unarchived_source,
    contradictory_relation,
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
    reversed_range,
    part_above_total,
    figure_on_denial,
    exact_range,
    broken_persons,
    unfit_unit,
    shrinking_total,
    end_before_start,
    statement_before_event,
    future_date,
    dates_against_precision,
    night_within_one_day,
    window_outside_incident,
    place_outside_bounds,
    exact_without_coordinates,
    half_coordinates,
    untraceable_coordinates,
    unnamed_in_a_language,
    id_against_row,
    probable_duplicate,
    part_outside_whole,
    part_of_itself,
    loaded_word,
    title_that_blames,
    claim_in_our_voice,
    one_sided_place_name,
    named_person,
    not_a_sentence,
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
    altered_file,
    disagreeing_descriptor,
    unsorted_rows,
    unused_waiver,
    empty_table,
    unreadable_dossier,
    unknown_key,
    repeated_key,
    taken_id,
)
"""Every rule there is."""
